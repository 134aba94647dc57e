import { Copy } from 'lucide-react';
import type { ReactElement } from 'react';
import { runOnce } from '../run/start';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** The address that starts the scenario: one for tests and for production alike. */
export function WebhookAddress(): ReactElement | null {
    const editing = useEditing();
    const { draft, texts, announce, props } = editing;
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
            {!draft.readOnly && (
                <>
                    <div className="tt-row">
                        <button type="button" className="tt-btn tt-btn-ghost" data-testid="webhook-learn" onClick={() => void runOnce(editing)}>{texts.t('mapping.webhook.learn')}</button>
                    </div>
                    <p className="tt-help">{texts.t('mapping.webhook.learn.help')}</p>
                    <a className="tt-link small" href={`${props.basePath}/webhooks/${draft.scenarioId}`} data-testid="webhook-page">{texts.t('mapping.webhook.more')}</a>
                </>
            )}
        </div>
    );
}
