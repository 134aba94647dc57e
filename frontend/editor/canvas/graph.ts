import type { Blueprint, Link } from '../model/blueprint';
import { isDirective, splits } from './kinds';
import { find, linkOf, linksFrom, linksTo } from './lookup';

/** Links on which bundles leave a module, in the order of their routes; the fallback last. */
export const outgoing = (b: Blueprint, no: number): readonly Link[] =>
    linksFrom(b, no)
        .filter((l) => !l.error)
        .sort((one, other) => Number(one.fallback ?? false) - Number(other.fallback ?? false) || one.order - other.order);

/** The routes that handle errors of a module, the one that is tried first in front. */
export const errorRoutes = (b: Blueprint, no: number): readonly Link[] =>
    linksFrom(b, no)
        .filter((l) => l.error)
        .sort((one, other) => one.order - other.order);

/** The links a link is ordered among: those that leave the same module in the same way. */
export const siblings = (b: Blueprint, link: Link): readonly Link[] => (link.error ? errorRoutes(b, link.from) : outgoing(b, link.from));

export const incoming = linksTo;

/** Everything that can be reached from these modules, themselves included. */
export function downstream(b: Blueprint, ...from: readonly number[]): ReadonlySet<number> {
    return reach(from, (no) => linksFrom(b, no).map((l) => l.to));
}

/** Everything that comes before these modules, themselves included. */
export function upstream(b: Blueprint, ...from: readonly number[]): ReadonlySet<number> {
    return reach(from, (no) => linksTo(b, no).map((l) => l.from));
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
        [...outgoing(b, no), ...errorRoutes(b, no)].forEach((link) => walk(link.to));
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

export type Obstacle = 'self' | 'loop' | 'trigger' | 'linked' | 'end';

/** Why these two cannot be linked; null when they can. */
export function obstacle(b: Blueprint, isTrigger: (ref: string) => boolean, from: number, to: number): Obstacle | null {
    if (from === to) return 'self';
    if (isDirective(find(b, from)?.module ?? '')) return 'end';
    if (linkOf(b, from, to)) return 'linked';
    if (isTrigger(find(b, to)?.module ?? '')) return 'trigger';
    return downstream(b, to).has(from) ? 'loop' : null;
}

export const isRouter = (b: Blueprint, no: number): boolean => splits(find(b, no)?.module ?? '');
