import type { Blueprint } from '../../model/blueprint';
import type { Editing } from '../../store/editing';
import { incoming, outgoing } from '../graph';
import { find } from '../lookup';

export type Way = 'left' | 'right' | 'up' | 'down';

/** The module that an arrow key leads to: along the flow, or to the sibling route. */
export function neighbour(b: Blueprint, no: number, way: Way): number | null {
    if (way === 'right') return outgoing(b, no)[0]?.to ?? null;
    if (way === 'left') return incoming(b, no)[0]?.from ?? null;
    const by = way === 'down' ? 1 : -1;
    const before = incoming(b, no)[0]?.from;
    const siblings = before === undefined ? [] : outgoing(b, before).map((l) => l.to);
    const sibling = siblings[siblings.indexOf(no) + by];
    return sibling ?? nearest(b, no, by);
}

/** The closest module above or below. */
function nearest(b: Blueprint, no: number, by: number): number | null {
    const from = find(b, no);
    if (!from) return null;
    const far = (at: readonly [number, number]): number => Math.abs(at[0] - from.at[0]) + Math.abs(at[1] - from.at[1]);
    const there = b.modules.filter((m) => (m.at[1] - from.at[1]) * by > 20).sort((one, other) => far(one.at) - far(other.at));
    return there[0]?.no ?? null;
}

/** Gives a module the canvas's one tab stop and the keyboard. */
export function focusModule({ focused, stage }: Editing, no: number): void {
    focused.set(no);
    stage.view.get()?.reveal(no);
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`.tt-canvas [data-no="${no}"] .tt-capsule-main`)?.focus({ preventScroll: true }));
}
