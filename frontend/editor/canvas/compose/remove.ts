import type { Blueprint, Link } from '../../model/blueprint';
import { applyAll, isRefused } from '../apply';
import type { Change } from '../edits';
import { downstream, errorRoutes, incoming, outgoing, roots } from '../graph';
import { both } from './filters';
import { unreached } from './handle';

export interface Removal {
    /** The word between two filters' names. */
    readonly and: string;
    readonly heal: boolean;
    /** For a module with several routes: where the route that stays begins; `null` deletes all routes. */
    readonly keep?: number | null;
}

/** Deletes modules one after the other, and closes the gaps they leave. */
export function removeModules(b: Blueprint, nos: readonly number[], how: Removal): readonly Change[] {
    const changes: Change[] = [];
    let now = b;
    for (const no of nos) {
        if (!now.modules.some((m) => m.no === no)) continue;
        const step = removeOne(now, no, how);
        const after = applyAll({ name: '', blueprint: now }, step);
        if (isRefused(after)) continue;
        now = after.blueprint;
        changes.push(...step);
    }
    return changes;
}

function removeOne(b: Blueprint, no: number, { and, heal, keep }: Removal): readonly Change[] {
    const before = incoming(b, no);
    const after = outgoing(b, no);
    const kept = after.length > 1 ? after.filter((l) => l.to === keep) : after;
    const dropped = after.length > 1 && keep !== undefined ? onlyThrough(b, no, after.filter((l) => l.to !== keep)) : [];
    const routes = errorRoutes(b, no).map((l) => l.to);
    const gone = [no, ...dropped, ...handling(b, no, routes)];
    const cut = b.links.filter((l) => gone.includes(l.from) || gone.includes(l.to));
    const healed = heal ? before.flatMap((one) => kept.map((other) => bridge(one, other, and))) : [];
    return [
        ...cut.map((l): Change => ({ op: 'removeLink', from: l.from, to: l.to })),
        ...gone.map((n): Change => ({ op: 'removeModule', no: n })),
        ...healed
            .filter((l) => !b.links.some((old) => old.from === l.from && old.to === l.to))
            .map((link): Change => ({ op: 'addLink', link })),
    ];
}

/** What only the error routes of a module lead to: it goes with the module. */
function handling(b: Blueprint, no: number, starts: readonly number[]): readonly number[] {
    const cut = { ...b, links: b.links.filter((l) => !(l.from === no && l.error)) };
    return [...new Set(starts.flatMap((start) => unreached(cut, start)))];
}

function bridge(one: Link, other: Link, and: string): Link {
    const { filter: _filter, ...link } = one;
    const filter = both(one.filter, other.filter, and);
    return { ...link, to: other.to, ...(filter ? { filter } : {}) };
}

/** What can be reached only through the given routes of a module, so that it is deleted with them. */
function onlyThrough(b: Blueprint, router: number, routes: readonly Link[]): readonly number[] {
    const cut = { ...b, links: b.links.filter((l) => !routes.includes(l)) };
    const starts = new Set(routes.map((l) => l.to));
    const left = downstream(cut, ...roots(cut).filter((no) => !starts.has(no)), router);
    return [...downstream(b, ...starts)].filter((no) => !left.has(no));
}
