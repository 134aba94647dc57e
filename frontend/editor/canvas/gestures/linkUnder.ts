import type { Blueprint, Point } from '../../model/blueprint';
import { linkKey } from '../../store/runs';
import { sizeOf } from '../boxes';
import { find, linksFrom, linksTo } from '../lookup';

const NEAR = 28;
const STEPS = 16;

/** The link that a module standing alone is held over; null for a module that has links. */
export function linkUnder(b: Blueprint, no: number, [left, top]: Point): string | null {
    const module = find(b, no);
    if (!module || linksFrom(b, no).length > 0 || linksTo(b, no).length > 0) return null;
    const { width, height } = sizeOf(module.module);
    const middle: Point = [left + width / 2, top + height / 2];
    const hit = b.links.find((link) => distance(ends(b, link.from, link.to), middle) < NEAR);
    return hit ? linkKey(hit.from, hit.to) : null;
}

function ends(b: Blueprint, from: number, to: number): readonly [Point, Point] {
    const start = find(b, from);
    const end = find(b, to);
    if (!start || !end) return [[0, 0], [0, 0]];
    const one = sizeOf(start.module);
    const other = sizeOf(end.module);
    return [[start.at[0] + one.width, start.at[1] + one.height / 2], [end.at[0], end.at[1] + other.height / 2]];
}

/** Distance to the curve, sampled: its tangents are horizontal, so x runs evenly and y eases. */
function distance([[x1, y1], [x2, y2]]: readonly [Point, Point], [x, y]: Point): number {
    let least = Infinity;
    for (let i = 0; i <= STEPS; i++) {
        const t = i / STEPS;
        const ease = t * t * (3 - 2 * t);
        least = Math.min(least, Math.hypot(x1 + (x2 - x1) * t - x, y1 + (y2 - y1) * ease - y));
    }
    return least;
}
