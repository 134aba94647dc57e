import type { Blueprint, Group, Point } from '../../model/blueprint';
import { sizeOf, type Size } from '../boxes';
import { find } from '../lookup';

const AIR = 24;
const HEAD = 36;

/** The frame around the modules of a group, with room for its name; null when none of them is there. */
export function frameOf(b: Blueprint, group: Group, dragged: ReadonlyMap<string, Point>): { readonly at: Point; readonly size: Size } | null {
    const boxes = group.modules.flatMap((no) => {
        const module = find(b, no);
        return module ? [{ at: dragged.get(String(no)) ?? module.at, size: sizeOf(module.module) }] : [];
    });
    if (boxes.length === 0) return null;
    const left = Math.min(...boxes.map(({ at }) => at[0])) - AIR;
    const top = Math.min(...boxes.map(({ at }) => at[1])) - AIR - HEAD;
    const right = Math.max(...boxes.map(({ at, size }) => at[0] + size.width)) + AIR;
    const bottom = Math.max(...boxes.map(({ at, size }) => at[1] + size.height)) + AIR;
    return { at: [left, top], size: { width: right - left, height: bottom - top } };
}
