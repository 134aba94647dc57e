import { useEffect, useState, type ReactElement } from 'react';
import type { Operation } from '../model/runs';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { useKeyed } from '../store/keyed';
import { linkKey } from '../store/runs';
import { FilterRows } from './FilterRows';
import './inspect.css';

const MOST = 200;

/** The bundles that a filter held back in the run on the canvas, each with the rows that decided. */
export function HeldBack({ from, to }: { readonly from: number; readonly to: number }): ReactElement | null {
    const { api, runs, texts } = useEditing();
    const run = useCell(runs.current, (current) => current?.id);
    const counted = useKeyed(runs.links, linkKey(from, to))?.rejected ?? 0;
    const [bundles, setBundles] = useState<readonly Operation[]>([]);
    useEffect(() => {
        if (run === undefined || counted === 0) return setBundles([]);
        let late = false;
        api.journal(run, { module: to, inputs: true, limit: MOST }).then(
            (page) => late || setBundles(page.items.filter((o) => o.kind === 'filter' && o.status === 'rejected' && o.link?.from === from)),
            () => undefined,
        );
        return () => void (late = true);
    }, [api, run, from, to, counted]);
    if (bundles.length === 0) return null;
    return (
        <section className="held-back" aria-label={texts.n('mapping.held', counted)}>
            <b>{texts.n('mapping.held', counted)}</b>
            {bundles.map((bundle, index) => (
                <div key={bundle.seq} data-testid={`rejected-${index}`}>
                    <FilterRows rows={bundle.rows ?? []} />
                </div>
            ))}
        </section>
    );
}
