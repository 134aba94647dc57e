import { useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** Whether production runs the live version. Separate from publishing. */
export function OnOff(): ReactNode {
    const { draft, api, texts, toast } = useEditing();
    const { on, live } = useCell(draft.facts);
    const [busy, setBusy] = useState(false);
    const turn = async (): Promise<void> => {
        if (!live) return toast.set({ text: texts.t('editor.on.publishFirst'), actions: [] });
        setBusy(true);
        try {
            await api.turn(draft.scenarioId, !on);
            draft.facts.update((facts) => ({ ...facts, on: !on }));
        } catch (cause) {
            toast.set({ text: cause instanceof Problem ? cause.message : String(cause), actions: [] });
        } finally {
            setBusy(false);
        }
    };
    return (
        <button type="button" role="switch" aria-checked={on} aria-busy={busy} className="tt-switch" data-testid="on-off" title={live ? undefined : texts.t('editor.on.publishFirst')} onClick={() => void turn()}>
            <i />
            {texts.t(on ? 'editor.on' : 'editor.off')}
        </button>
    );
}
