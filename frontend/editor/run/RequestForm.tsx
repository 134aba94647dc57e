import { Plus, Send } from 'lucide-react';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import type { JsonObject } from '../model/json';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { typed } from './sample';
import { runOnce } from './start';

interface RequestFormProps {
    readonly url: string | null;
    readonly body: JsonObject;
    readonly onBody: (body: JsonObject) => void;
}

interface Answer {
    readonly status: number;
    readonly text: string;
}

/** One line per field of the test request; the answer is shown where it came back. */
export function RequestForm({ url, body, onBody }: RequestFormProps): ReactNode {
    const editing = useEditing();
    const { texts, runs, announce, stage } = editing;
    const waiting = useCell(runs.capture) === 'waiting';
    const [answer, setAnswer] = useState<Answer | null>(null);
    const [busy, setBusy] = useState(false);
    const shown = useRef<HTMLDivElement>(null);
    const coach = useCell(stage.coach);
    useEffect(() => void shown.current?.scrollIntoView({ block: 'nearest' }), [answer, coach]);
    const [fresh, setFresh] = useState('');
    const send = async (event: FormEvent): Promise<void> => {
        event.preventDefault();
        if (!url) return;
        setBusy(true);
        setAnswer(null);
        if (!waiting) await runOnce(editing);
        const got = await post(url, body).catch((cause: unknown): Answer => ({ status: 0, text: String(cause) }));
        setAnswer(got);
        announce(texts.t('editor.request.answered', got.status));
        setBusy(false);
    };
    const add = (): void => {
        const key = fresh.trim();
        if (key) onBody({ ...body, [key]: '' });
        setFresh('');
    };
    return (
        <form className="tt-request" onSubmit={(event) => void send(event)}>
            <span className="tt-label">{texts.t('editor.request.test')}</span>
            {Object.entries(body).map(([key, value]) => (
                <label key={key} className="tt-request-row">
                    <span>{key}</span>
                    <input className="tt-input" name={key} defaultValue={String(value)} autoComplete="off" onChange={(event) => onBody({ ...body, [key]: typed(event.target.value) })} />
                </label>
            ))}
            <div className="tt-request-row">
                <input className="tt-input" aria-label={texts.t('editor.request.field')} placeholder={texts.t('editor.request.field')} value={fresh} onChange={(event) => setFresh(event.target.value)} onKeyDown={(event) => event.key === 'Enter' && (event.preventDefault(), add())} />
                <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.request.add')} onClick={add}><Plus size={16} /></button>
            </div>
            <button type="submit" className="tt-btn tt-btn-ink" data-testid="send-test" disabled={busy || !url}>
                <Send size={14} />
                {texts.t('editor.request.send')}
            </button>
            {answer && (
                <div ref={shown} className="tt-answer" data-testid="test-answer" data-ok={answer.status >= 200 && answer.status < 400}>
                    <b>{texts.t('editor.request.answered', answer.status)}</b>
                    <pre>{answer.text}</pre>
                </div>
            )}
        </form>
    );
}

/** Through the public address; where that names another host, through the same path of this one. */
async function post(url: string, body: JsonObject): Promise<Answer> {
    const { pathname, search } = new URL(url, window.location.href);
    const response = await fetch(pathname + search, {
        method: 'POST',
        credentials: 'omit',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
    });
    return { status: response.status, text: await response.text() };
}
