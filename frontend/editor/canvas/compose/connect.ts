import type { Blueprint, Link, Module } from '../../model/blueprint';
import { find } from '../lookup';
import { rightOf } from '../boxes';
import type { Change } from '../edits';
import { isRouter, outgoing } from '../graph';
import { ROUTER } from '../kinds';
import { makeRoom } from './shift';

/** Links two modules. A second link out of a normal module puts a router there, the first path stays route 1. */
export function connect(b: Blueprint, from: number, to: number, takeNumber: () => number): readonly Change[] {
    const routes = outgoing(b, from);
    if (routes.length === 0 || isRouter(b, from)) {
        return [{ op: 'addLink', link: { from, to, order: nextOrder(routes) } }, ...fallbackLast(routes)];
    }
    const start = find(b, from);
    if (!start) return [];
    const router: Module = { no: takeNumber(), module: ROUTER, version: 1, at: rightOf(start, ROUTER), values: {} };
    return [
        ...routes.flatMap((link): readonly Change[] => makeRoom(b, ROUTER, router.at, link.to)).slice(0, 1),
        { op: 'addModule', module: router },
        ...routes.map((link): Change => ({ op: 'removeLink', from, to: link.to })),
        { op: 'addLink', link: { from, to: router.no, order: 1 } },
        ...routes.map((link, index): Change => ({ op: 'addLink', link: { ...link, from: router.no, order: index + 1 } })),
        { op: 'addLink', link: { from: router.no, to, order: routes.length + 1 } },
    ];
}

const nextOrder = (routes: readonly Link[]): number => {
    const last = routes.filter((l) => !l.fallback).at(-1);
    return (last?.order ?? 0) + 1;
};

/** "Otherwise" stays behind a new route. */
function fallbackLast(routes: readonly Link[]): readonly Change[] {
    const order = nextOrder(routes) + 1;
    return routes
        .filter((l) => l.fallback && l.order < order)
        .map((l): Change => ({ op: 'setLink', from: l.from, to: l.to, link: { ...l, order } }));
}
