import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTexts } from '../store/editing';

interface HeadProps {
    readonly title: string;
    readonly line?: string;
    readonly onClose: () => void;
    readonly children?: ReactNode;
}

/** The head of a docked panel: what it is about, what can be done with it as a whole, and the way out. */
export function Head({ title, line, onClose, children }: HeadProps): ReactNode {
    const { t } = useTexts();
    return (
        <header className="tt-panel-head">
            <div className="tt-panel-name">
                <b>{title}</b>
                {line && <span>{line}</span>}
            </div>
            <span className="tt-grow" />
            {children}
            <button type="button" className="tt-icon-btn" aria-label={t('editor.close')} onClick={onClose}>
                <X size={16} />
            </button>
        </header>
    );
}
