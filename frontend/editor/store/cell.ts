import { useSyncExternalStore } from 'react';

/** A value that can be watched. The smallest store there is; one idea per cell. */
export interface Cell<T> {
    get(): T;
    set(next: T): void;
    update(change: (now: T) => T): void;
    subscribe(listener: () => void): () => void;
}

export function cell<T>(initial: T): Cell<T> {
    let value = initial;
    const listeners = new Set<() => void>();
    const set = (next: T): void => {
        if (Object.is(next, value)) return;
        value = next;
        [...listeners].forEach((listener) => listener());
    };
    return {
        get: () => value,
        set,
        update: (change) => set(change(value)),
        subscribe: (listener) => {
            listeners.add(listener);
            return () => void listeners.delete(listener);
        },
    };
}

/** Reads a cell, or a part of it: the component renders again only when that part is another. */
export function useCell<T>(source: Cell<T>): T;
export function useCell<T, S>(source: Cell<T>, select: (value: T) => S): S;
export function useCell<T, S>(source: Cell<T>, select?: (value: T) => S): T | S {
    return useSyncExternalStore(source.subscribe, () => (select ? select(source.get()) : source.get()));
}
