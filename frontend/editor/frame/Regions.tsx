import { useRef, type KeyboardEvent, type ReactNode } from 'react';

interface RegionsProps {
    readonly className: string;
    readonly panel: boolean;
    readonly data: boolean;
    readonly mode: string;
    readonly children: ReactNode;
}

/** The page's grid; Ctrl+F6 goes from region to region. */
export function Regions({ className, panel, data, mode, children }: RegionsProps): ReactNode {
    const root = useRef<HTMLDivElement>(null);
    const travel = (event: KeyboardEvent): void => {
        if (event.key !== 'F6' || !event.ctrlKey) return;
        event.preventDefault();
        const regions = [...(root.current?.querySelectorAll<HTMLElement>('[data-region]') ?? [])];
        const here = regions.findIndex((region) => region.contains(document.activeElement));
        const next = regions.at((here + (event.shiftKey ? -1 : 1) + regions.length) % regions.length);
        const target = next?.querySelector<HTMLElement>('[tabindex="0"],button:not([tabindex="-1"]),input,[contenteditable]');
        (target ?? next)?.focus();
    };
    return (
        <div ref={root} className={className} data-panel={panel || undefined} data-data={data || undefined} data-mode={mode} onKeyDown={travel}>
            {children}
        </div>
    );
}
