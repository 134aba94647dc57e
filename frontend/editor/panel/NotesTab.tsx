import type { ReactNode } from 'react';
import { find } from '../canvas/lookup';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { uuid } from '../store/ids';

/** The note that belongs to one module. Writing makes it, emptying removes it. */
export function NotesTab({ no }: { readonly no: number }): ReactNode {
    const { draft, texts } = useEditing();
    const note = useBlueprint().notes.find((n) => n.module === no);
    const write = (text: string): void => {
        const { blueprint } = draft.document.get();
        const [x, y] = find(blueprint, no)?.at ?? [0, 0];
        const label = texts.t('editor.step.note');
        if (note && text === '') draft.commit(label, [{ op: 'removeNote', note: note.id }]);
        else if (note) draft.commit(label, [{ op: 'setNote', note: { ...note, text } }], `note:${note.id}`);
        else if (text !== '') {
            const fresh = { id: uuid().slice(0, 8), at: [x + 18, y + 96] as const, size: [196, 96] as const, tint: 'amber', module: no, text };
            draft.commit(label, [{ op: 'addNote', note: fresh }]);
        }
    };
    return (
        <label className="tt-field">
            <span className="tt-label">{texts.t('editor.notes.label')}</span>
            <textarea className="tt-input" rows={8} readOnly={draft.readOnly} value={note?.text ?? ''} onChange={(event) => write(event.target.value)} onBlur={() => draft.seal()} />
            <span className="tt-help">{texts.t('editor.notes.help')}</span>
        </label>
    );
}
