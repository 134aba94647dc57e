import { useCallback, useEffect, useState } from 'react';
import type { Operation } from '../model/runs';
import { useEditing } from '../store/editing';
import { useRunOf } from '../store/hooks';

export interface Operations {
    readonly operations: readonly Operation[];
    readonly state: 'no-run' | 'loading' | 'ready';
    /** Fetches the next page, where there is one. */
    readonly more: (() => void) | undefined;
}

const PAGE = 50;

/** The operations of one module in the run on the canvas, with their inputs; read again as the run goes on. */
export function useOperations(no: number): Operations {
    const { api } = useEditing();
    const { run, status } = useRunOf(no);
    const [loaded, setLoaded] = useState<{ readonly operations: readonly Operation[]; readonly next: number | null } | null>(null);
    const runId = run?.id;
    const ended = run?.endedAt !== undefined && run.endedAt !== null;
    const done = status?.operations ?? 0;
    useEffect(() => {
        if (runId === undefined) return setLoaded(null);
        let late = false;
        const wait = setTimeout(() => {
            api.journal(runId, { module: no, inputs: true, limit: PAGE }).then(
                (page) => late || setLoaded({ operations: page.items, next: nextOf(page.next) }),
                () => late || setLoaded((now) => now ?? { operations: [], next: null }),
            );
        }, 80);
        return () => {
            late = true;
            clearTimeout(wait);
        };
    }, [api, runId, no, ended, Math.min(done, PAGE)]);
    const next = loaded?.next ?? null;
    const more = useCallback(() => {
        if (runId === undefined || next === null) return;
        void api.journal(runId, { module: no, inputs: true, limit: PAGE, after: next }).then((page) =>
            setLoaded((now) => ({ operations: [...(now?.operations ?? []), ...page.items], next: nextOf(page.next) })),
        );
    }, [api, runId, no, next]);
    const state = runId === undefined ? 'no-run' : loaded === null ? 'loading' : 'ready';
    return { operations: loaded?.operations ?? [], state, more: next === null ? undefined : more };
}

function nextOf(next: string | number | null | undefined): number | null {
    return next === null || next === undefined || next === '' ? null : Number(next);
}
