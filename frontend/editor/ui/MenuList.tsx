import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';

export interface MenuListEntry {
    readonly key: string;
    readonly label: string;
    readonly help?: string;
    readonly hint?: string;
    readonly icon?: ReactNode;
    readonly act: () => void;
}

/** Things to do, one below the other. Arrow keys move, Enter does; the first one has the focus. */
export function MenuList({ label, entries }: { readonly label: string; readonly entries: readonly MenuListEntry[] }): ReactNode {
    const list = useRef<HTMLDivElement>(null);
    useEffect(() => list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus(), [label]);
    const step = (event: KeyboardEvent): void => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        event.stopPropagation();
        const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
        items.at((items.indexOf(document.activeElement as HTMLElement) + by) % items.length)?.focus();
    };
    return (
        <div role="menu" aria-label={label} ref={list} onKeyDown={step}>
            {entries.map(({ key, label: words, help, hint, icon, act }) => (
                <button key={key} type="button" role="menuitem" data-testid={`menu-${key}`} onClick={act}>
                    {icon}
                    <span>
                        {words}
                        {help && <small className="tt-menu-help">{help}</small>}
                    </span>
                    {hint && <small>{hint}</small>}
                </button>
            ))}
        </div>
    );
}
