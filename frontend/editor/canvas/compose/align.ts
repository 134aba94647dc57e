import type { Blueprint, Module, Point } from '../../model/blueprint';
import { GAP, GRID, overlap, sizeOf } from '../boxes';
import type { Change, Move } from '../edits';
import { downstream, outgoing } from '../graph';
import { begins, groupsOf, handlers, handlerStarts, type Guarded } from '../guarded';
import { find } from '../lookup';
import { placeBelow } from './handle';

const BETWEEN = 48;
const LABELLED = 176;

/** Lays the graph (or the chosen modules) out from left to right. dagre is fetched only when someone asks. */
export async function align(b: Blueprint, only: ReadonlySet<number>): Promise<readonly Change[]> {
    const { graphlib, layout } = await import('@dagrejs/dagre');
    const caught = aside(b);
    const modules = b.modules.filter((m) => (only.size < 2 || only.has(m.no)) && !caught.has(m.no));
    const inside = new Set(modules.map((m) => m.no));
    const graph = new graphlib.Graph({ multigraph: false });
    graph.setGraph({ rankdir: 'LR', nodesep: BETWEEN, ranksep: GAP });
    graph.setDefaultEdgeLabel(() => ({}));
    modules.forEach((m) => graph.setNode(String(m.no), { ...sizeOf(m.module) }));
    modules.forEach((m) =>
        outgoing(b, m.no)
            .filter((l) => inside.has(l.to))
            .forEach((l) => graph.setEdge(String(l.from), String(l.to), l.filter || l.name ? { width: LABELLED - GAP, height: 24, labelpos: 'c' } : {})),
    );
    layout(graph);
    const corner = cornerOf(modules.map((m) => m.at));
    const placed = modules.map((m): Move => {
        const { x, y } = graph.node(String(m.no));
        const size = sizeOf(m.module);
        return { no: m.no, at: [x - size.width / 2, y - size.height / 2] };
    });
    const start = cornerOf(placed.map((move) => move.at));
    const moves = placed.map(({ no, at }): Move => ({ no, at: [Math.round(at[0] - start[0] + corner[0]), Math.round(at[1] - start[1] + corner[1])] }));
    const all = only.size < 2 ? [...moves, ...below(b, moves, caught)] : moves;
    return all.length > 0 ? [{ op: 'moveModules', moves: all }] : [];
}

/** Modules that only routes for errors lead to. */
function aside(b: Blueprint): ReadonlySet<number> {
    const calm = { ...b, links: b.links.filter((l) => !l.error) };
    const usual = downstream(calm, ...begins(b));
    return new Set([...downstream(b, ...handlerStarts(b))].filter((no) => !usual.has(no)));
}

/** Routes for errors lie below what they guard, each as it was drawn, moved down until it covers nothing. */
function below(b: Blueprint, moves: readonly Move[], caught: ReadonlySet<number>): readonly Move[] {
    let now: Blueprint = { ...b, modules: b.modules.map((m) => ({ ...m, at: moves.find((move) => move.no === m.no)?.at ?? m.at })) };
    const placed: Move[] = [];
    const done = new Set<number>();
    const guards: readonly (readonly [Guarded, number])[] = [
        ...b.links.filter((l) => l.error).map((l) => [{ kind: 'module', no: l.from }, l.to] as const),
        ...groupsOf(b).flatMap((g) => handlers(b, { kind: 'group', id: g.id }).map((no) => [{ kind: 'group', id: g.id }, no] as const)),
        ...handlers(b, { kind: 'scenario' }).map((no) => [{ kind: 'scenario' }, no] as const),
    ];
    for (const [guarded, start] of guards) {
        const route = [...downstream(now, start)].filter((no) => caught.has(no) && !done.has(no));
        const first = find(now, start);
        if (!first || !route.includes(start)) continue;
        const rest = { ...now, modules: now.modules.filter((m) => !caught.has(m.no) || done.has(m.no)), links: now.links.filter((l) => !l.error || done.has(l.to)) };
        const [x, y] = placeBelow(rest, guarded, first.module);
        const by: Point = [x - first.at[0], lowest(rest, route.flatMap((no) => find(now, no) ?? []), x - first.at[0], y - first.at[1])];
        const moved = route.flatMap((no) => {
            const module = find(now, no);
            return module ? [{ no, at: [module.at[0] + by[0], module.at[1] + by[1]] as const }] : [];
        });
        now = { ...now, modules: now.modules.map((m) => ({ ...m, at: moved.find((move) => move.no === m.no)?.at ?? m.at })) };
        moved.forEach((move) => done.add(move.no));
        placed.push(...moved);
    }
    return placed;
}

/** How far down a route goes at least so that none of its modules covers another. */
function lowest(b: Blueprint, route: readonly Module[], right: number, down: number): number {
    for (let by = down; ; by += GRID) {
        const free = route.every((m) => b.modules.every((other) => !overlap([m.at[0] + right, m.at[1] + by], sizeOf(m.module), other.at, sizeOf(other.module), 16)));
        if (free) return by;
    }
}

const cornerOf = (points: readonly Point[]): Point => [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1]))];
