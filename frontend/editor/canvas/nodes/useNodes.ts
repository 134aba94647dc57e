import { useMemo, useRef } from 'react';
import type { Blueprint, Module, Note, Point } from '../../model/blueprint';
import { useCell } from '../../store/cell';
import { useEditing, type Editing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { find } from '../lookup';
import { CAPSULE, leftOf, sizeOf, type Size } from '../boxes';
import { roots, ROUTER } from '../graph';
import { GHOST, NOTE, type CanvasNode } from './types';

/** React Flow's nodes, worked out from the blueprint, the selection and what is being dragged. */
export function useNodes(dragged: ReadonlyMap<string, Point>): CanvasNode[] {
    const editing = useEditing();
    const blueprint = useBlueprint();
    const selection = useCell(editing.selection);
    const drawn = useRef(new Map<string, CanvasNode>());
    return useMemo(() => {
        const next = [
            ...blueprint.notes.map((note) => noteNode(note, dragged, selection)),
            ...blueprint.modules.map((m) => moduleNode(m, dragged, selection, editing.draft.readOnly)),
            ...ghost(blueprint, editing),
        ].map((node) => same(drawn.current.get(node.id), node));
        drawn.current = new Map(next.map((node) => [node.id, node]));
        return next;
    }, [blueprint, selection, dragged, editing]);
}

/** The node drawn before, where nothing about it changed: React Flow compares by identity. */
function same(before: CanvasNode | undefined, now: CanvasNode): CanvasNode {
    const unchanged =
        before && before.type === now.type && before.selected === now.selected && before.position.x === now.position.x &&
        before.position.y === now.position.y && before.width === now.width && before.height === now.height;
    return unchanged ? before : now;
}

function moduleNode(m: Module, dragged: ReadonlyMap<string, Point>, selection: ReadonlySet<string>, readOnly: boolean): CanvasNode {
    const id = String(m.no);
    const size = sizeOf(m.module);
    return {
        id, type: m.module === ROUTER ? 'router' : 'capsule', data: { no: m.no }, ...placed(dragged.get(id) ?? m.at, size),
        selected: selection.has(id), draggable: !readOnly,
    };
}

function noteNode(note: Note, dragged: ReadonlyMap<string, Point>, selection: ReadonlySet<string>): CanvasNode {
    const id = NOTE + note.id;
    const [width, height] = note.size;
    return { id, type: 'note', data: { id: note.id }, ...placed(dragged.get(id) ?? note.at, { width, height }), selected: selection.has(id), zIndex: -1 };
}

/** "Choose a trigger" stands before the first module as long as no trigger does. */
function ghost(b: Blueprint, { specs, draft }: Editing): readonly CanvasNode[] {
    if (draft.readOnly || b.modules.some((m) => specs.get(m.module)?.kind === 'trigger')) return [];
    const first = roots(b).map((no) => find(b, no))[0];
    const at = first ? leftOf(first, 'ghost') : ([0, 0] as const);
    return [{ id: GHOST, type: 'ghost', data: { no: null }, ...placed(at, CAPSULE), selectable: false, draggable: false }];
}

const placed = ([x, y]: Point, { width, height }: Size) => ({ position: { x, y }, width, height, measured: { width, height } });
