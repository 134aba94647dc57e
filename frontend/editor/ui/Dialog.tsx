import { useEffect, useId, useRef, type ReactNode } from 'react';

interface DialogProps {
    readonly title: string;
    readonly className?: string;
    readonly onClose: () => void;
    readonly children: ReactNode;
    readonly footer: ReactNode;
}

/** A modal question. The browser's own dialog keeps the focus inside and gives it back. */
export function Dialog({ title, className = '', onClose, children, footer }: DialogProps): ReactNode {
    const dialog = useRef<HTMLDialogElement>(null);
    const id = useId();
    useEffect(() => {
        const element = dialog.current;
        if (element && !element.open) element.showModal();
        return () => element?.close();
    }, []);
    return (
        <dialog
            ref={dialog}
            className={`tt-dialog ${className}`}
            aria-labelledby={id}
            onCancel={(event) => {
                event.preventDefault();
                onClose();
            }}
            onKeyDown={(event) => event.stopPropagation()}
        >
            <h2 id={id}>{title}</h2>
            <div className="tt-dialog-body">{children}</div>
            <footer>{footer}</footer>
        </dialog>
    );
}
