import { useEffect, useState, type ReactElement } from 'react';
import type { Row } from '../model/blueprint';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import type { RowVerdict } from './ConditionRow';

export interface Verdicts {
    readonly passed: number;
    readonly total: number;
    readonly run: { readonly id: string; readonly startedAt: string } | null;
    readonly results: readonly { readonly passed: boolean; readonly rows: readonly (readonly RowVerdict[])[] }[];
}

/** What the conditions say about the bundles of the run at hand; the server alone computes it. */
export function useVerdicts(no: number, conditions: readonly (readonly Row[])[]): Verdicts | null {
    const { api, draft, runs } = useEditing();
    const run = useCell(runs.current, (current) => (current?.endedAt ? current.id : undefined));
    const [verdicts, setVerdicts] = useState<Verdicts | null>(null);
    const text = JSON.stringify(conditions);
    useEffect(() => {
        if (text === '[]') return setVerdicts(null);
        const stop = new AbortController();
        const body = { scenarioId: draft.scenarioId, module: no, conditions: JSON.parse(text) as unknown, ...(run ? { runId: run } : {}) };
        const wait = setTimeout(() => {
            api.http<Verdicts & { ok: boolean }>('/preview', { method: 'POST', body, signal: stop.signal }).then(
                (answer) => setVerdicts(answer.ok ? answer : null),
                () => undefined,
            );
        }, 200);
        return () => {
            clearTimeout(wait);
            stop.abort();
        };
    }, [api, draft, no, run, text]);
    return verdicts;
}

export function FilterTest({ test }: { readonly test: Verdicts }): ReactElement {
    const { texts, format } = useEditing();
    const where = test.run ? texts.t('mapping.preview.run', format.time(test.run.startedAt)) : texts.t('mapping.preview.example');
    return (
        <div className="preview" data-testid="preview-filter" role="status">
            <b>{where}</b>
            {texts.n('mapping.filter.passed', test.passed, test.total)}
        </div>
    );
}
