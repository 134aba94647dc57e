import { useEffect, useState, type ReactElement } from 'react';
import type { Json } from '../model/json';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { useBundle } from './samples';

interface Good {
    readonly ok: true;
    readonly value: Json;
    readonly display: string;
    readonly bundles: number;
    readonly empty: number;
    readonly run: { readonly id: string; readonly startedAt: string } | null;
}

interface Bad {
    readonly ok: false;
    readonly error: { readonly message: string; readonly advice?: string };
}

interface PreviewProps {
    readonly no: number;
    readonly field: string;
    readonly text: string;
    /** What is wrong with it stands beside it already. */
    readonly told?: boolean;
}

/** What a mapping gives with the data at hand. The server is the only one who computes it. */
export function Preview({ no, field, text, told = false }: PreviewProps): ReactElement | null {
    const { api, draft, texts, format, runs } = useEditing();
    const bundle = useBundle();
    const run = useCell(runs.current, (current) => (current?.endedAt ? current.id : undefined));
    const [answer, setAnswer] = useState<Good | Bad | null>(null);
    const [pending, setPending] = useState(false);
    const mapped = text.includes('{{');

    useEffect(() => {
        if (!mapped) return setAnswer(null);
        const stop = new AbortController();
        setPending(true);
        const wait = setTimeout(() => {
            const body = { scenarioId: draft.scenarioId, module: no, field, text, bundle, ...(run ? { runId: run } : {}) };
            api.http<Good | Bad>('/preview', { method: 'POST', body, signal: stop.signal }).then(
                (next) => {
                    setAnswer(next);
                    setPending(false);
                },
                () => stop.signal.aborted || setPending(false),
            );
        }, 150);
        return () => {
            clearTimeout(wait);
            stop.abort();
        };
    }, [api, draft, no, field, text, bundle, run, mapped]);

    if (!mapped || !answer) return null;
    const id = `preview-${field}`;
    if (!answer.ok && told) return null;
    if (!answer.ok) {
        return (
            <div className="preview wrong" id={id} data-testid={id} role="status">
                <b>{answer.error.message}</b>
                {answer.error.advice}
            </div>
        );
    }
    const several = answer.bundles > 1 && answer.empty > 0;
    const title = answer.run ? texts.t('mapping.preview.run', format.time(answer.run.startedAt)) : texts.t('mapping.preview.example');
    return (
        <div className={`preview${pending ? ' pending' : ''}${answer.display === '' || several ? ' empty' : ''}`} id={id} data-testid={id}>
            <b>{several ? texts.n('mapping.preview.some-empty', answer.empty, answer.bundles) : `✓ ${title}`}</b>
            {answer.display === '' ? texts.t('mapping.preview.empty') : answer.display}
        </div>
    );
}
