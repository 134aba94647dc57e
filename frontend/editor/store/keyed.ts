import { useSyncExternalStore } from 'react';

/** Many small values by key; a listener hears only about its own key, so one update renders one capsule. */
export interface Keyed<K, V> {
    get(key: K): V | undefined;
    set(key: K, value: V): void;
    replace(entries: Iterable<readonly [K, V]>): void;
    keys(): readonly K[];
    subscribe(key: K, listener: () => void): () => void;
}

export function keyed<K, V>(): Keyed<K, V> {
    let values = new Map<K, V>();
    const listeners = new Map<K, Set<() => void>>();
    const tell = (key: K): void => [...(listeners.get(key) ?? [])].forEach((listener) => listener());
    return {
        get: (key) => values.get(key),
        keys: () => [...values.keys()],
        set: (key, value) => {
            if (Object.is(values.get(key), value)) return;
            values.set(key, value);
            tell(key);
        },
        replace: (entries) => {
            const before = values;
            values = new Map(entries);
            new Set([...before.keys(), ...values.keys()]).forEach((key) => {
                if (!Object.is(before.get(key), values.get(key))) tell(key);
            });
        },
        subscribe: (key, listener) => {
            const own = listeners.get(key) ?? new Set();
            listeners.set(key, own.add(listener));
            return () => void own.delete(listener);
        },
    };
}

export function useKeyed<K, V>(source: Keyed<K, V>, key: K): V | undefined {
    return useSyncExternalStore(
        (listener) => source.subscribe(key, listener),
        () => source.get(key),
    );
}
