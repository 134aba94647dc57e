import { useState, type ReactNode } from 'react';
import { Problem } from '../../api/problem';
import type { ImportAnswer } from '../../api/api';
import type { Point } from '../../model/blueprint';
import { EMPTY } from '../../model/blueprint';
import { useEditing, type Editing } from '../../store/editing';
import type { Foreign } from '../../store/stage';
import { Dialog } from '../../ui/Dialog';
import { put } from '../commands/clipboard';
import { copyOf } from '../compose/fragment';
import { ImportReport } from './ImportReport';

interface ImportDialogProps {
    readonly text: string;
    readonly format: Foreign;
    readonly at: Point;
    readonly onClose: () => void;
}

/** A scenario of another tool is on the clipboard: its modules come here, or it becomes a scenario of its own. */
export function ImportDialog({ text, format, at, onClose }: ImportDialogProps): ReactNode {
    const editing = useEditing();
    const { texts, api, props } = editing;
    const [busy, setBusy] = useState(false);
    const [failure, setFailure] = useState('');
    const [answer, setAnswer] = useState<ImportAnswer | null>(null);
    const attempt = async (act: () => Promise<void>): Promise<void> => {
        setBusy(true);
        try {
            await act();
        } catch (cause) {
            setFailure(cause instanceof Problem ? cause.message : String(cause));
        } finally {
            setBusy(false);
        }
    };
    const here = (): Promise<void> => attempt(async () => setAnswer(await bring(editing, text, at)));
    const apart = (): Promise<void> =>
        attempt(async () => window.location.assign(`${props.basePath}/scenarios/${(await api.importFile(text)).scenarioId}`));
    if (answer) {
        return (
            <Dialog title={texts.t('editor.import.done')} className="tt-wide" onClose={onClose} footer={<button type="button" className="tt-btn tt-btn-ink" onClick={onClose}>{texts.t('editor.done')}</button>}>
                <ImportReport report={answer.report} />
            </Dialog>
        );
    }
    return (
        <Dialog title={texts.t(`editor.import.title.${format}`)} onClose={onClose} footer={
            <>
                <button type="button" className="tt-btn tt-btn-quiet" onClick={onClose}>{texts.t('editor.cancel')}</button>
                <button type="button" className="tt-btn tt-btn-ghost" disabled={busy} data-testid="import-apart" onClick={() => void apart()}>{texts.t('editor.import.apart')}</button>
                <button type="button" className="tt-btn tt-btn-ink" disabled={busy} data-testid="import-here" onClick={() => void here()}>{texts.t('editor.import.here')}</button>
            </>
        }>
            <p>{texts.t('editor.import.text')}</p>
            {failure && <p className="tt-error" role="alert">{failure}</p>}
        </Dialog>
    );
}

/** The server alone can translate, and it makes a scenario: its modules are copied from there, and it is deleted again. */
async function bring(editing: Editing, text: string, at: Point): Promise<ImportAnswer> {
    const { api } = editing;
    const answer = await api.importFile(text);
    try {
        const { blueprint } = await api.draft(answer.scenarioId);
        const whole = { ...EMPTY, ...blueprint };
        put(editing, copyOf(whole, answer.scenarioId, new Set(whole.modules.map((m) => m.no))), at);
    } finally {
        await api.remove(answer.scenarioId).catch(() => undefined);
    }
    return answer;
}
