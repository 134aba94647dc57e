import { RotateCw } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** Over a past run: which version ran, the way to the scenario, and to run it again. */
export function RunHeader(): ReactNode {
    const { runs, texts, api, props, draft, toast } = useEditing();
    const run = useCell(runs.current);
    const [busy, setBusy] = useState(false);
    const replay = async (): Promise<void> => {
        if (!run) return;
        setBusy(true);
        try {
            const { runId } = await api.replay(run.id);
            window.location.assign(`${props.basePath}/runs/${runId}`);
        } catch (cause) {
            toast.set({ text: cause instanceof Problem ? cause.message : String(cause), actions: [] });
            setBusy(false);
        }
    };
    return (
        <>
            {run && <span className="tt-chip">{run.version === null ? texts.t('editor.run.test') : texts.t('editor.version', run.version)}</span>}
            <span className="tt-chip">{texts.t('editor.readOnly')}</span>
            <span className="tt-grow" />
            <a className="tt-btn tt-btn-ghost" href={`${props.basePath}/scenarios/${draft.scenarioId}`}>{texts.t('editor.run.openScenario')}</a>
            <button type="button" className="tt-btn tt-btn-ink" data-testid="replay" disabled={busy || !run} onClick={() => void replay()}>
                <RotateCw size={14} />
                {texts.t('editor.run.replay')}
            </button>
        </>
    );
}
