import type { Blueprint, Link } from '../model/blueprint';

/** Links that leave a module, in the order of their routes; the fallback last. */
export const outgoing = (b: Blueprint, no: number): readonly Link[] =>
    b.links
        .filter((l) => l.from === no)
        .sort((one, other) => Number(one.fallback ?? false) - Number(other.fallback ?? false) || one.order - other.order);

export const incoming = (b: Blueprint, no: number): readonly Link[] => b.links.filter((l) => l.to === no);

/** Everything that can be reached from these modules, themselves included. */
export function downstream(b: Blueprint, ...from: readonly number[]): ReadonlySet<number> {
    return reach(from, (no) => b.links.filter((l) => l.from === no).map((l) => l.to));
}

/** Everything that comes before these modules, themselves included. */
export function upstream(b: Blueprint, ...from: readonly number[]): ReadonlySet<number> {
    return reach(from, (no) => b.links.filter((l) => l.to === no).map((l) => l.from));
}

function reach(from: readonly number[], next: (no: number) => readonly number[]): ReadonlySet<number> {
    const seen = new Set(from);
    const open = [...from];
    for (let no = open.pop(); no !== undefined; no = open.pop()) {
        for (const other of next(no)) {
            if (seen.has(other)) continue;
            seen.add(other);
            open.push(other);
        }
    }
    return seen;
}

/** Modules in the order the flow visits them, routes in their order; loose ones where they begin. */
export function flowOrder(b: Blueprint): readonly number[] {
    const seen = new Set<number>();
    const walk = (no: number): void => {
        if (seen.has(no)) return;
        seen.add(no);
        outgoing(b, no).forEach((link) => walk(link.to));
    };
    roots(b).forEach(walk);
    b.modules.forEach((m) => walk(m.no));
    return [...seen];
}

/** Modules that nothing leads to, the leftmost first. */
export const roots = (b: Blueprint): readonly number[] =>
    b.modules
        .filter((m) => incoming(b, m.no).length === 0)
        .sort((one, other) => one.at[0] - other.at[0])
        .map((m) => m.no);

export type Obstacle = 'self' | 'loop' | 'trigger' | 'linked';

/** Why these two cannot be linked; null when they can. */
export function obstacle(b: Blueprint, isTrigger: (ref: string) => boolean, from: number, to: number): Obstacle | null {
    if (from === to) return 'self';
    if (b.links.some((l) => l.from === from && l.to === to)) return 'linked';
    if (b.modules.some((m) => m.no === to && isTrigger(m.module))) return 'trigger';
    return downstream(b, to).has(from) ? 'loop' : null;
}

export const ROUTER = 'flow:router';
export const isRouter = (b: Blueprint, no: number): boolean => b.modules.some((m) => m.no === no && m.module === ROUTER);
