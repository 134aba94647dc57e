import { Check, CircleAlert, Clock, LoaderCircle, Pause, Square, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RunStatus } from '../model/runs';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { toResume } from './incomplete/resumable';

const LOOK: Readonly<Record<RunStatus, readonly [string, typeof Check]>> = {
    queued: ['', Clock],
    running: ['signal', LoaderCircle],
    waiting: ['wait', Pause],
    incomplete: ['warn', TriangleAlert],
    success: ['ok', Check],
    warning: ['warn', TriangleAlert],
    error: ['err', CircleAlert],
    stopped: ['', Square],
};

/** How the run on the canvas stands, since when, how long, how many operations; the first error in words. */
export function RunFacts(): ReactNode {
    const editing = useEditing();
    const { runs, texts, format, commands, panel, incomplete } = editing;
    const item = useCell(incomplete);
    const run = useCell(runs.current);
    const capture = useCell(runs.capture);
    if (!run && capture === 'waiting') {
        return (
            <button type="button" className="tt-chip tt-chip-signal" data-testid="run-state" data-state="waiting-for-request" onClick={() => panel.set({ kind: 'request' })}>
                <LoaderCircle size={14} className="tt-spin" />
                {texts.t('editor.run.state.capture')}
            </button>
        );
    }
    if (!run) return <span className="tt-run-facts" data-testid="run-state" data-state={capture === 'expired' ? 'expired' : 'none'}>{texts.t(capture === 'expired' ? 'editor.run.state.expired' : 'editor.run.state.none')}</span>;
    const [look, Icon] = LOOK[run.status];
    const facts = [run.ms ? format.duration(run.ms) : '', texts.n('editor.run.operations', run.operations)].filter(Boolean);
    const failed = run.error?.module;
    return (
        <>
            <span className={`tt-chip ${look ? `tt-chip-${look}` : ''}`} data-testid="run-state" data-state={run.status}>
                <Icon size={14} className={run.status === 'running' ? 'tt-spin' : ''} />
                {texts.t(`editor.run.state.${run.status}`)}
            </span>
            {run.test && <span className="tt-chip">{texts.t('editor.run.test')}</span>}
            <span className="tt-run-facts"><b>{format.clock(run.startedAt)}</b>{facts.map((fact) => ` · ${fact}`)}</span>
            {run.status === 'incomplete' && !item && (
                <button type="button" className="tt-btn tt-btn-ghost" data-testid="resume" onClick={() => void toResume(editing, run.id)}>
                    {texts.t('editor.incomplete.open')}
                </button>
            )}
            {run.error && (
                <button type="button" className="tt-run-error" title={run.error.message} onClick={() => typeof failed === 'number' && commands.open(failed, 'output')}>
                    {run.error.message}
                </button>
            )}
        </>
    );
}
