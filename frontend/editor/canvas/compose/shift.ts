import type { Blueprint } from '../../model/blueprint';
import { find } from '../lookup';
import { sizeOf, GAP } from '../boxes';
import type { Change } from '../edits';
import { downstream } from '../graph';
import type { Point } from '../../model/blueprint';

/** Moves what comes from `to` on to the right, when a module of kind `ref` put at `at` would not fit before it. */
export function makeRoom(b: Blueprint, ref: string, at: Point, to: number): readonly Change[] {
    const next = find(b, to);
    if (!next) return [];
    const width = sizeOf(ref).width;
    if (at[0] + width + GAP / 2 <= next.at[0]) return [];
    const by = width + GAP;
    const moves = [...downstream(b, to)].flatMap((no) => {
        const module = find(b, no);
        return module ? [{ no, at: [module.at[0] + by, module.at[1]] as const }] : [];
    });
    return [{ op: 'moveModules', moves }];
}
