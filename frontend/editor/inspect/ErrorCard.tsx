import { useState, type ReactElement } from 'react';
import type { RunError } from '../model/runs';
import { useEditing } from '../store/editing';
import { QuickFixes } from './QuickFixes';

interface ErrorCardProps {
    readonly error: RunError;
    /** The module that failed: offers what can be done if it fails again. */
    readonly no?: number;
}

/** What went wrong, why, and what to do about it; the raw answer only on request. */
export function ErrorCard({ error, no }: ErrorCardProps): ReactElement {
    const { texts } = useEditing();
    const [open, setOpen] = useState(false);
    return (
        <section className="error-card" role="alert">
            <strong>✕ {error.message}</strong>
            {error.advice && (
                <p>
                    <b>{texts.t('mapping.error.advice')}</b> {error.advice}
                </p>
            )}
            {no !== undefined && <QuickFixes no={no} error={error} />}
            {(error.detail || error.kind) && (
                <>
                    <button type="button" className="tt-link small" aria-expanded={open} onClick={() => setOpen(!open)}>
                        {open ? '▾' : '▸'} {texts.t('mapping.error.details')}
                    </button>
                    {open && (
                        <pre>
                            {error.kind}
                            {error.detail && `\n${error.detail}`}
                        </pre>
                    )}
                </>
            )}
        </section>
    );
}
