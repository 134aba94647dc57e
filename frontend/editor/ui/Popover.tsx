import { useEffect, useRef, type ReactNode } from 'react';

interface PopoverProps {
    readonly label: string;
    readonly className?: string;
    readonly onClose: () => void;
    readonly children: ReactNode;
    readonly testid?: string;
}

/** A small window beside its opener; closes on Escape or a press elsewhere and gives the focus back. */
export function Popover({ label, className = '', onClose, children, testid }: PopoverProps): ReactNode {
    const box = useRef<HTMLDivElement>(null);
    const close = useRef(onClose);
    close.current = onClose;
    useEffect(() => {
        const opener = document.activeElement as HTMLElement | null;
        const element = box.current;
        (element?.querySelector<HTMLElement>('[data-first],[role="menuitem"],button,input,a') ?? element)?.focus();
        const press = (event: PointerEvent): void => {
            const target = event.target as Node;
            if (!element?.contains(target) && !opener?.contains(target)) close.current();
        };
        document.addEventListener('pointerdown', press, true);
        return () => {
            document.removeEventListener('pointerdown', press, true);
            if (element?.contains(document.activeElement) || document.activeElement === document.body) opener?.focus();
        };
    }, []);
    return (
        <div
            ref={box}
            role="dialog"
            aria-label={label}
            tabIndex={-1}
            className={`tt-popover ${className}`}
            data-testid={testid}
            onKeyDown={(event) => {
                if (event.key !== 'Escape') return;
                event.stopPropagation();
                onClose();
            }}
        >
            {children}
        </div>
    );
}
