import { LoaderCircle, X } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { CopyButton } from '../ui/CopyButton';
import { curlFor } from './curl';
import { RequestForm } from './RequestForm';
import { firstBody } from './sample';
import { lastRequest, startOf, startWith } from './start';

/** While a webhook waits: its address, ways to call it, and a small form that calls it. */
export function RequestPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
    const editing = useEditing();
    const { texts, draft, runs, toast } = editing;
    const { webhook, live, on } = useCell(draft.facts);
    const capture = useCell(runs.capture);
    const [body, setBody] = useState(() => firstBody(draft.document.get().blueprint, startOf(editing)?.no ?? 0));
    useEffect(() => {
        if (!webhook) void draft.reload().catch(() => undefined);
    }, [webhook, draft]);
    const again = async (): Promise<void> => {
        const start = startOf(editing);
        const bundle = start ? await lastRequest(editing, start.no).catch(() => null) : null;
        if (bundle) await startWith(editing, bundle);
        else toast.set({ text: texts.t('editor.run.noLast'), actions: [] });
    };
    return (
        <>
            <header className="tt-panel-head">
                <div className="tt-panel-name">
                    <b>{texts.t('editor.request.title')}</b>
                    <span className="tt-request-state" role="status">
                        {capture === 'waiting' && <LoaderCircle size={12} className="tt-spin" />}
                        {texts.t(`editor.request.${capture}`)}
                    </span>
                </div>
                <span className="tt-grow" />
                <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.close')} onClick={onClose}>
                    <X size={16} />
                </button>
            </header>
            <div className="tt-panel-body" data-testid="request-panel">
                <div className="tt-field">
                    <span className="tt-label">{texts.t('editor.request.url')}</span>
                    <code className="tt-code" data-testid="webhook-url">{webhook ?? '…'}</code>
                    <div className="tt-row">
                        <CopyButton text={webhook ?? ''} label={texts.t('editor.request.copy')} />
                        <CopyButton text={curlFor(webhook ?? '', body)} label={texts.t('editor.request.copyCurl')} />
                    </div>
                    <span className="tt-help">{texts.t(live && on ? 'editor.request.help.live' : 'editor.request.help')}</span>
                </div>
                <RequestForm url={webhook} body={body} onBody={setBody} />
                <button type="button" className="tt-btn tt-btn-ghost" onClick={() => void again()}>{texts.t('editor.run.last')}</button>
            </div>
        </>
    );
}
