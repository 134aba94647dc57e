import { useState, type ReactNode } from 'react';
import type { Published } from '../api/api';
import { Problem } from '../api/problem';
import { coachNext } from '../run/first';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { Dialog } from '../ui/Dialog';
import { PublishedDialog } from './PublishedDialog';

/** Makes the draft live: what it changes, a note for colleagues, and whether to turn the scenario on. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
    const { draft, api, texts, stage, announce } = useEditing();
    const { on, live, changes } = useCell(draft.facts);
    const errors = useCell(draft.problems).filter((p) => p.severity === 'error');
    const same = live !== null && changes === 0;
    const [note, setNote] = useState('');
    const [busy, setBusy] = useState(false);
    const [failure, setFailure] = useState<string | null>(null);
    const [done, setDone] = useState<Published | null>(null);
    const publish = async (turnOn: boolean): Promise<void> => {
        setBusy(true);
        setFailure(null);
        try {
            await draft.flush();
            const published = await api.publish(draft.scenarioId, turnOn, note.trim());
            await draft.reload();
            announce(texts.t('editor.published'));
            if (stage.coach.get()) coachNext(stage, 'publish');
            setDone(published);
        } catch (cause) {
            setFailure(cause instanceof Problem ? cause.message : String(cause));
            await draft.reload().catch(() => undefined);
        } finally {
            setBusy(false);
        }
    };
    const fix = (): void => {
        onClose();
        stage.problemsOpen.set(true);
    };
    if (done) return <PublishedDialog published={done} onClose={onClose} />;
    const footer = errors.length > 0 ? (
        <button type="button" className="tt-btn tt-btn-ink" onClick={fix}>{texts.n('editor.publish.fix', errors.length)}</button>
    ) : (
        <>
            {!on && <button type="button" className="tt-btn tt-btn-ghost" disabled={busy} onClick={() => void publish(false)}>{texts.t('editor.publish.only')}</button>}
            <button type="button" className="tt-btn tt-btn-ink" data-testid="publish-confirm" disabled={busy || (same && on)} onClick={() => void publish(true)}>
                {texts.t(on ? 'editor.publish' : 'editor.publish.on')}
            </button>
        </>
    );
    return (
        <Dialog title={texts.t('editor.publish.title', (live?.version ?? 0) + 1)} onClose={onClose} footer={<><button type="button" className="tt-btn tt-btn-quiet" onClick={onClose}>{texts.t('editor.cancel')}</button>{footer}</>}>
            <p>{!live ? texts.t('editor.publish.first') : same ? texts.t('editor.publish.same', live.version) : texts.n('editor.publish.changes', changes)}</p>
            {errors.length > 0 && <p className="tt-error" role="alert">{texts.n('editor.publish.blocked', errors.length)}</p>}
            {failure && <p className="tt-error" role="alert">{failure}</p>}
            <label className="tt-field">
                <span className="tt-label">{texts.t('editor.publish.note')}</span>
                <textarea className="tt-input" rows={3} value={note} placeholder={texts.t('editor.publish.note.hint')} onChange={(event) => setNote(event.target.value)} />
            </label>
        </Dialog>
    );
}
