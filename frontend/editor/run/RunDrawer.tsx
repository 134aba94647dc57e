import { useEffect, useState, type ReactNode } from 'react';
import { find } from '../canvas/lookup';
import { nameOf } from '../canvas/words';
import type { Operation } from '../model/runs';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

const MOST = 200;

/** What happened in the run, operation by operation, in order. */
export function RunDrawer(): ReactNode {
    const { runs, api, texts, format, draft, specs, commands } = useEditing();
    const run = useCell(runs.current);
    const [operations, setOperations] = useState<readonly Operation[]>([]);
    useEffect(() => {
        if (!run) return setOperations([]);
        let over = false;
        api.journal(run.id, { limit: MOST }).then(
            (page) => !over && setOperations(page.items),
            () => !over && setOperations([]),
        );
        return () => void (over = true);
    }, [api, run]);
    const { blueprint } = draft.document.get();
    const name = (no: number): string => {
        const module = find(blueprint, no);
        return module ? nameOf(module, specs) : String(no);
    };
    if (operations.length === 0) return <div className="tt-drawer"><p className="tt-help">{texts.t('editor.run.log.empty')}</p></div>;
    return (
        <div className="tt-drawer" data-testid="run-drawer">
            <table>
                <thead>
                    <tr>{['time', 'module', 'what', 'result', 'duration'].map((column) => <th key={column} scope="col">{texts.t(`editor.run.log.${column}`)}</th>)}</tr>
                </thead>
                <tbody>
                    {operations.map((o) => (
                        <tr key={o.seq} data-status={o.status}>
                            <td>{o.startedAt ? format.clock(o.startedAt) : ''}</td>
                            <td><button type="button" className="tt-link" onClick={() => commands.open(o.link?.to ?? o.module, 'output')}>{name(o.link?.to ?? o.module)}</button></td>
                            <td>{texts.t(`editor.run.log.kind.${o.kind}`)}</td>
                            <td>{o.error?.message ?? texts.t(`editor.run.log.status.${o.status}`)}</td>
                            <td>{o.ms === undefined ? '' : format.duration(o.ms)}</td>
                        </tr>
                    ))}
                </tbody>
            </table>
        </div>
    );
}
