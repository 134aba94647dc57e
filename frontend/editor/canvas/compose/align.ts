import type { Blueprint, Point } from '../../model/blueprint';
import { GAP, sizeOf } from '../boxes';
import type { Change, Move } from '../edits';
import { outgoing } from '../graph';

const BETWEEN = 48;
const LABELLED = 176;

/** Lays the graph (or the chosen modules) out from left to right. dagre is fetched only when someone asks. */
export async function align(b: Blueprint, only: ReadonlySet<number>): Promise<readonly Change[]> {
    const { graphlib, layout } = await import('@dagrejs/dagre');
    const modules = b.modules.filter((m) => only.size < 2 || only.has(m.no));
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
    return moves.length > 0 ? [{ op: 'moveModules', moves }] : [];
}

const cornerOf = (points: readonly Point[]): Point => [Math.min(...points.map((p) => p[0])), Math.min(...points.map((p) => p[1]))];
