import type { Blueprint, Point } from '../model/blueprint';
import { isDirective, isDisc } from './kinds';

/** Sizes of what is drawn, in canvas pixels at zoom 1. */
export const CAPSULE = { width: 232, height: 72 } as const;
export const DISC = { width: 64, height: 64 } as const;
export const SLIP = { width: 212, height: 48 } as const;
export const GAP = 96;
export const GRID = 20;
const BREATH = 48;
const FALL = 68;

export interface Size {
    readonly width: number;
    readonly height: number;
}

export const sizeOf = (ref: string): Size => (isDirective(ref) ? SLIP : isDisc(ref) ? DISC : CAPSULE);

/** Routers are 8 px lower than capsules, so they sit 4 px down to keep links straight. */
const sink = (ref: string): number => (CAPSULE.height - sizeOf(ref).height) / 2;

/** A directive below a capsule has its middle below the capsule's. */
const indent = (ref: string): number => (isDirective(ref) ? (CAPSULE.width - SLIP.width) / 2 : 0);

/** The nearest grid place; middles of routers and capsules fall on the same lines. */
export function snap(ref: string, [x, y]: Point): Point {
    const [right, down] = [indent(ref), sink(ref)];
    return [Math.round((x - right) / GRID) * GRID + right, Math.round((y - down) / GRID) * GRID + down];
}

/** The place to the right of a module, on its middle line. */
export function rightOf(module: { readonly module: string; readonly at: Point }, ref: string): Point {
    const [x, y] = module.at;
    return [x + sizeOf(module.module).width + GAP, y - sink(module.module) + sink(ref)];
}

export const leftOf = (module: { readonly module: string; readonly at: Point }, ref: string): Point => [
    module.at[0] - GAP - sizeOf(ref).width,
    module.at[1] - sink(module.module) + sink(ref),
];

/** Where what handles a module's errors stands: below it. */
export const belowOf = (module: { readonly module: string; readonly at: Point }, ref: string): Point => [
    module.at[0] + indent(ref) - indent(module.module),
    module.at[1] - sink(module.module) + CAPSULE.height + FALL,
];

/** The nearest place at or below `at` where the module overlaps no other. */
export function freePlace(b: Blueprint, ref: string, [x, y]: Point, ignore: ReadonlySet<number> = new Set(), air = BREATH): Point {
    const size = sizeOf(ref);
    const others = b.modules.filter((m) => !ignore.has(m.no));
    for (let top = y; ; top += GRID) {
        const free = others.every((m) => !overlap([x, top], size, m.at, sizeOf(m.module), air));
        if (free) return [x, top];
    }
}

/** Whether two boxes overlap, with some air above and below. */
export function overlap(a: Point, aSize: Size, b: Point, bSize: Size, air = BREATH): boolean {
    return (
        a[0] < b[0] + bSize.width + GRID && b[0] < a[0] + aSize.width + GRID &&
        a[1] < b[1] + bSize.height + air && b[1] < a[1] + aSize.height + air
    );
}

/** The module whose box, grown by `margin`, holds the point; the nearest middle wins. */
export function moduleAt(b: Blueprint, [x, y]: Point, margin: number): number | null {
    let best: number | null = null;
    let least = Infinity;
    for (const m of b.modules) {
        const { width, height } = sizeOf(m.module);
        const dx = Math.max(m.at[0] - x, 0, x - m.at[0] - width);
        const dy = Math.max(m.at[1] - y, 0, y - m.at[1] - height);
        const far = Math.hypot(dx, dy);
        if (far > margin || far >= least) continue;
        best = m.no;
        least = far;
    }
    return best;
}
