import type { ReactNode } from 'react';
import { PublishDialog } from '../header/PublishDialog';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { Dialog } from '../ui/Dialog';
import { ImportDialog } from '../canvas/import/ImportDialog';
import { InputsDialog } from '../run/InputsDialog';
import { ReplayDialog } from '../run/replay/ReplayDialog';
import { StartFrom } from '../settings/StartFrom';
import { KeepRoute } from './KeepRoute';
import { Shortcuts } from './Shortcuts';

/** The one modal question that is open, if any. */
export function Questions(): ReactNode {
    const { stage, texts, commands, draft, api } = useEditing();
    const question = useCell(stage.question);
    const close = (): void => stage.question.set(null);
    const confirm = (title: string, text: string, yes: string, act: () => void): ReactNode => (
        <Dialog title={title} onClose={close} footer={
            <>
                <button type="button" className="tt-btn tt-btn-quiet" onClick={close}>{texts.t('editor.cancel')}</button>
                <button type="button" className="tt-btn tt-btn-ink" onClick={() => (close(), act())}>{yes}</button>
            </>
        }>
            <p>{text}</p>
        </Dialog>
    );
    switch (question?.kind) {
        case undefined:
            return null;
        case 'publish':
            return <PublishDialog onClose={close} />;
        case 'shortcuts':
            return <Shortcuts onClose={close} />;
        case 'keep-route':
            return <KeepRoute no={question.no} onClose={close} />;
        case 'inputs':
            return <InputsDialog onClose={close} />;
        case 'replay':
            return <ReplayDialog run={question.run} onClose={close} />;
        case 'start-from':
            return <StartFrom no={question.no} onClose={close} />;
        case 'import':
            return <ImportDialog text={question.text} format={question.format} at={question.at} onClose={close} />;
        case 'delete-many':
            return confirm(texts.n('editor.delete.many', question.nos.length), texts.t('editor.delete.many.text'), texts.t('editor.delete'), () => commands.remove(question.nos, true, 'sure'));
        case 'discard':
            return confirm(texts.t('editor.discard.title'), texts.t('editor.discard.text'), texts.t('editor.more.discard'), () => {
                void draft.flush().then(() => api.discard(draft.scenarioId)).then((answer) => draft.reload(answer));
            });
    }
}
