import { Copy } from 'lucide-react';
import type { ReactElement } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** The address that starts the scenario: one for tests and for production alike. */
export function WebhookAddress(): ReactElement | null {
    const { draft, texts, announce } = useEditing();
    const url = useCell(draft.facts, (facts) => facts.webhook);
    if (!url) return null;
    const copy = (): void => {
        void navigator.clipboard.writeText(url).then(() => announce(texts.t('mapping.webhook.copied')));
    };
    return (
        <div className="tt-field">
            <div className="tt-label">{texts.t('mapping.webhook.address')}</div>
            <div className="tt-inline">
                <input className="tt-input mono" readOnly value={url} aria-label={texts.t('mapping.webhook.address')} data-testid="webhook-url" onFocus={(event) => event.target.select()} />
                <button type="button" className="tt-btn tt-btn-ghost" onClick={copy}>
                    <Copy size={14} aria-hidden /> {texts.t('mapping.webhook.copy')}
                </button>
            </div>
            <p className="tt-help">{texts.t('mapping.webhook.help')}</p>
        </div>
    );
}
