import type { Point } from '../../model/blueprint';
import type { Editing } from '../../store/editing';
import { uuid } from '../../store/ids';

/** Puts an empty note on the canvas and selects it. */
export function addNote({ draft, texts, selection }: Editing, at: Point): void {
    const id = uuid().slice(0, 8);
    const note = { id, at: [Math.round(at[0]), Math.round(at[1])] as const, size: [196, 96] as const, text: '', tint: 'amber' };
    if (draft.commit(texts.t('editor.step.note'), [{ op: 'addNote', note }])) selection.set(new Set([`note:${id}`]));
}
