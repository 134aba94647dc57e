import type { ReactNode } from 'react';
import type { Published } from '../api/api';
import { curlFor } from '../run/curl';
import { useEditing } from '../store/editing';
import { CopyButton } from '../ui/CopyButton';
import { Dialog } from '../ui/Dialog';

/** After publishing: the address that now runs the scenario, and how to try it. */
export function PublishedDialog({ published, onClose }: { readonly published: Published; readonly onClose: () => void }): ReactNode {
    const { texts, props, draft } = useEditing();
    const { webhookUrl, on, version } = published;
    const title = on && webhookUrl ? texts.t('editor.published.webhook') : texts.t(on ? 'editor.published.on' : 'editor.published.off', version);
    return (
        <Dialog
            title={title}
            onClose={onClose}
            footer={
                <>
                    <a className="tt-btn tt-btn-ghost" href={`${props.basePath}/runs?scenario=${draft.scenarioId}`}>{texts.t('editor.published.runs')}</a>
                    <button type="button" className="tt-btn tt-btn-ink" autoFocus onClick={onClose}>{texts.t('editor.done')}</button>
                </>
            }
        >
            {webhookUrl ? (
                <>
                    <code className="tt-code">{curlFor(webhookUrl, { name: 'Ada' })}</code>
                    <div className="tt-row">
                        <CopyButton text={webhookUrl} label={texts.t('editor.request.copy')} />
                        <CopyButton text={curlFor(webhookUrl, { name: 'Ada' })} label={texts.t('editor.request.copyCurl')} />
                    </div>
                </>
            ) : (
                <p>{texts.t('editor.published.text')}</p>
            )}
        </Dialog>
    );
}
