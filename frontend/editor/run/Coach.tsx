import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { REPLY } from './start';
import { coachNext, showReply } from './first';

/** One of the two marks of the first run: beside the thing it speaks of, never in the way. */
export function Coach({ step }: { readonly step: 'map' | 'publish' }): ReactNode {
    const editing = useEditing();
    const { stage, panel, texts, draft } = editing;
    const now = useCell(stage.coach);
    const open = useCell(panel);
    const reply = useBlueprint().modules.find((m) => m.module === REPLY)?.no;
    const inPlace = step === 'publish' || open.kind === 'request' || (open.kind === 'module' && open.no === reply);
    const live = useCell(draft.facts, (facts) => facts.live !== null);
    if (now !== step || !inPlace || live) return null;
    return (
        <div className={`tt-coach tt-coach-${step}`} role="note" data-testid={`coach-${step}`}>
            <p>{texts.t(`editor.coach.${step}`)}</p>
            {step === 'map' && open.kind === 'request' && <button type="button" className="tt-btn tt-btn-quiet" onClick={() => showReply(editing)}>{texts.t('editor.coach.show')}</button>}
            <button type="button" className="tt-btn tt-btn-quiet" onClick={() => coachNext(stage, step)}>{texts.t(step === 'map' ? 'editor.coach.next' : 'editor.coach.done')}</button>
            <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.close')} onClick={() => coachNext(stage, 'publish')}><X size={14} /></button>
        </div>
    );
}
