import type { Blueprint, Point } from '../../model/blueprint';
import type { Change, Move } from '../edits';
import { find } from '../lookup';

/** Puts modules (`3`) and notes (`note:abc`) to new places; a module takes the notes along that belong to it. */
export function moveThings(b: Blueprint, places: ReadonlyMap<string, Point>): readonly Change[] {
    const moves = [...places].flatMap(([id, at]): readonly Move[] => {
        const module = find(b, Number(id));
        return module && module.at.join() !== at.join() ? [{ no: module.no, at }] : [];
    });
    const along = new Map(moves.map(({ no, at }) => [no, delta(find(b, no)?.at ?? at, at)]));
    const notes = b.notes.flatMap((note): readonly Change[] => {
        const own = places.get(`note:${note.id}`);
        const by = note.module === undefined ? undefined : along.get(note.module);
        const at: Point | undefined = own ?? (by ? [note.at[0] + by[0], note.at[1] + by[1]] : undefined);
        return at && at.join() !== note.at.join() ? [{ op: 'setNote', note: { ...note, at } }] : [];
    });
    return [...(moves.length > 0 ? [{ op: 'moveModules', moves } as const] : []), ...notes];
}

const delta = (from: Point, to: Point): Point => [to[0] - from[0], to[1] - from[1]];
