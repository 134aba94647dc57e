import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Popover } from './Popover';

export interface MenuEntry {
    readonly label: string;
    readonly hint?: string;
    readonly icon?: ReactNode;
    readonly disabled?: boolean;
    readonly act: () => void;
}

interface MenuProps {
    readonly label: string;
    readonly className?: string;
    readonly opener: ReactNode;
    readonly entries: readonly MenuEntry[];
    readonly align?: 'start' | 'end';
    readonly up?: boolean;
    readonly testid?: string;
    readonly onOpen?: () => void;
}

/** A button that opens a list of things to do. Arrow keys move, Enter does. */
export function Menu({ label, className = '', opener, entries, align = 'start', up = false, testid, onOpen }: MenuProps): ReactNode {
    const [open, setOpen] = useState(false);
    const list = useRef<HTMLDivElement>(null);
    const step = (event: KeyboardEvent): void => {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by) return;
        event.preventDefault();
        const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
        items.at((items.indexOf(document.activeElement as HTMLElement) + by) % items.length)?.focus();
    };
    const toggle = (): void => {
        if (!open) onOpen?.();
        setOpen(!open);
    };
    return (
        <span className="tt-menu-anchor">
            <button type="button" className={className} aria-haspopup="menu" aria-expanded={open} aria-label={label} title={label} data-testid={testid} onClick={toggle}>
                {opener}
            </button>
            {open && (
                <Popover label={label} className={`tt-menu tt-${align} ${up ? 'tt-up' : ''}`} onClose={() => setOpen(false)}>
                    <div role="menu" aria-label={label} ref={list} onKeyDown={step}>
                        {entries.map((entry) => (
                            <button
                                key={entry.label}
                                type="button"
                                role="menuitem"
                                aria-disabled={entry.disabled || undefined}
                                onClick={() => {
                                    if (entry.disabled) return;
                                    setOpen(false);
                                    entry.act();
                                }}
                            >
                                {entry.icon}
                                <span>{entry.label}</span>
                                {entry.hint && <small>{entry.hint}</small>}
                            </button>
                        ))}
                    </div>
                </Popover>
            )}
        </span>
    );
}
