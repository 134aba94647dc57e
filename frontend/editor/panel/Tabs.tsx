import type { KeyboardEvent, ReactNode } from 'react';

interface TabsProps<T extends string> {
    readonly tabs: readonly { readonly id: T; readonly label: string; readonly count?: number }[];
    readonly chosen: T;
    readonly onChoose: (tab: T) => void;
}

/** A row of tabs; arrow keys go from one to the next. */
export function Tabs<T extends string>({ tabs, chosen, onChoose }: TabsProps<T>): ReactNode {
    const step = (event: KeyboardEvent<HTMLElement>): void => {
        const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!by) return;
        const next = tabs.at((tabs.findIndex((tab) => tab.id === chosen) + by) % tabs.length);
        if (!next) return;
        onChoose(next.id);
        event.currentTarget.querySelector<HTMLElement>(`[data-tab="${next.id}"]`)?.focus();
    };
    return (
        <div className="tt-tabs" role="tablist" onKeyDown={step}>
            {tabs.map(({ id, label, count }) => (
                <button key={id} type="button" role="tab" data-tab={id} aria-selected={id === chosen} tabIndex={id === chosen ? 0 : -1} onClick={() => onChoose(id)}>
                    {label}
                    {count !== undefined && <small>{count}</small>}
                </button>
            ))}
        </div>
    );
}
