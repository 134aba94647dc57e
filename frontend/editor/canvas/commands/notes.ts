import type { Blueprint, Point } from '../../model/blueprint';
import type { Editing } from '../../store/editing';
import { uuid } from '../../store/ids';
import { GRID, overlap, sizeOf } from '../boxes';

const SIZE = [196, 96] as const;

/** Puts an empty note on the canvas and selects it. */
export function addNote({ draft, texts, selection }: Editing, at: Point): void {
    const id = uuid().slice(0, 8);
    const note = { id, at: clear(draft.document.get().blueprint, at), size: SIZE, text: '', tint: 'amber' };
    if (draft.commit(texts.t('editor.step.note'), [{ op: 'addNote', note }])) selection.set(new Set([`note:${id}`]));
}

/** The nearest place below that no module covers. */
function clear(b: Blueprint, [x, y]: Point): Point {
    const size = { width: SIZE[0], height: SIZE[1] };
    const left = Math.round(x - SIZE[0] / 2);
    for (let top = Math.round(y); ; top += GRID) {
        if (b.modules.every((m) => !overlap([left, top], size, m.at, sizeOf(m.module), GRID))) return [left, top];
    }
}
