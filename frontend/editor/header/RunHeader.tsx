import { RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** Over a past run: which version ran, the way to the scenario, and to run it again. */
export function RunHeader(): ReactNode {
    const { runs, texts, props, draft, stage, incomplete, panel } = useEditing();
    const run = useCell(runs.current);
    const item = useCell(incomplete);
    return (
        <>
            {run && <span className="tt-chip">{run.version === null ? texts.t('editor.run.test') : texts.t('editor.version', run.version)}</span>}
            <span className="tt-chip">{texts.t('editor.readOnly')}</span>
            {item && <button type="button" className="tt-chip tt-chip-warn" data-testid="to-incomplete" onClick={() => panel.set({ kind: 'incomplete' })}>{texts.t('editor.incomplete')}</button>}
            <span className="tt-grow" />
            <a className="tt-btn tt-btn-ghost" href={`${props.basePath}/scenarios/${draft.scenarioId}`}>{texts.t('editor.run.openScenario')}</a>
            <button type="button" className="tt-btn tt-btn-ink" data-testid="replay" disabled={!run} onClick={() => run && stage.question.set({ kind: 'replay', run })}>
                <RotateCw size={14} />
                {texts.t('editor.run.replay')}
            </button>
        </>
    );
}
