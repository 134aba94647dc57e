import type { Blueprint, Group, Link } from '../model/blueprint';
import { downstream, errorRoutes, roots } from './graph';
import { find, linksTo } from './lookup';

/** Whose errors a route handles: those of one module, of a group of modules, or of anything in the scenario. */
export type Guarded =
    | { readonly kind: 'module'; readonly no: number }
    | { readonly kind: 'group'; readonly id: string }
    | { readonly kind: 'scenario' };

export const groupsOf = (b: Blueprint): readonly Group[] => b.groups;

export const groupOf = (b: Blueprint, id: string): Group | undefined => groupsOf(b).find((group) => group.id === id);

/** First modules of the routes that handle errors, in the order in which they are tried. */
export function handlers(b: Blueprint, guarded: Guarded): readonly number[] {
    switch (guarded.kind) {
        case 'module':
            return errorRoutes(b, guarded.no).map((link) => link.to);
        case 'group':
            return known(b, groupOf(b, guarded.id)?.handler);
        case 'scenario':
            return known(b, b.settings['handler']);
    }
}

const known = (b: Blueprint, no: unknown): readonly number[] => (typeof no === 'number' && find(b, no) ? [no] : []);

/** Modules where a route that handles errors begins. */
export function handlerStarts(b: Blueprint): ReadonlySet<number> {
    const ofModules = b.links.filter((link) => link.error).map((link) => link.to);
    const ofGroups = groupsOf(b).flatMap((group) => handlers(b, { kind: 'group', id: group.id }));
    return new Set([...ofModules, ...ofGroups, ...handlers(b, { kind: 'scenario' })]);
}

/** Modules where a scenario can begin: nothing leads to them, and they handle no errors. The leftmost first. */
export function begins(b: Blueprint): readonly number[] {
    const caught = handlerStarts(b);
    return roots(b).filter((no) => !caught.has(no));
}

/** Whether a module stands on a route that handles errors: there, error data can be mapped. */
export const onErrorRoute = (b: Blueprint, no: number): boolean => downstream(b, ...handlerStarts(b)).has(no);

/** The module whose errors end at this one, by whatever way leads there; none for handlers of groups and the scenario. */
export function failingBefore(b: Blueprint, no: number): number | undefined {
    const seen = new Set<number>();
    let front: readonly number[] = [no];
    while (front.length > 0) {
        const links: readonly Link[] = front.flatMap((n) => linksTo(b, n)).filter((link) => !seen.has(link.from));
        const failed = links.find((link) => link.error);
        if (failed) return failed.from;
        front = links.map((link) => link.from);
        front.forEach((n) => seen.add(n));
    }
    return undefined;
}
