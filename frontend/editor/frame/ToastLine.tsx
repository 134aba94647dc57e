import { X } from 'lucide-react';
import { useEffect, type ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

const STAYS = 8000;

/** One line at the foot of the canvas that says what happened and offers to take it back. */
export function ToastLine(): ReactNode {
    const { toast, texts } = useEditing();
    const now = useCell(toast);
    useEffect(() => {
        if (!now) return;
        const timer = setTimeout(() => toast.set(null), STAYS);
        return () => clearTimeout(timer);
    }, [now, toast]);
    if (!now) return null;
    return (
        <div className="tt-toast" role="status">
            <span>{now.text}</span>
            {now.actions.map(({ label, act }) => (
                <button key={label} type="button" className="tt-btn tt-btn-quiet" onClick={() => (toast.set(null), act())}>{label}</button>
            ))}
            <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.close')} onClick={() => toast.set(null)}>
                <X size={16} />
            </button>
        </div>
    );
}
