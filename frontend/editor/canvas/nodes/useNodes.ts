import { useMemo, useRef } from 'react';
import type { Blueprint, Group, Module, Note, Point } from '../../model/blueprint';
import { useCell } from '../../store/cell';
import { useEditing, type Editing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { CAPSULE, leftOf, sizeOf, type Size } from '../boxes';
import { begins, groupsOf, handlers } from '../guarded';
import { isDirective, isDisc } from '../kinds';
import { find } from '../lookup';
import { frameOf } from './frames';
import { CATCH, GHOST, GROUP, NOTE, type CanvasNode, type ModuleNode } from './types';

const TAG: Size = { width: 176, height: 32 };

/** React Flow's nodes, worked out from the blueprint, the selection and what is being dragged. */
export function useNodes(dragged: ReadonlyMap<string, Point>): CanvasNode[] {
    const editing = useEditing();
    const blueprint = useBlueprint();
    const selection = useCell(editing.selection);
    const drawn = useRef(new Map<string, CanvasNode>());
    return useMemo(() => {
        const next = [
            ...groupsOf(blueprint).flatMap((group) => groupNode(blueprint, group, dragged, editing.draft.readOnly)),
            ...blueprint.notes.map((note) => noteNode(note, dragged, selection)),
            ...blueprint.modules.map((m) => moduleNode(m, dragged, selection, editing.draft.readOnly)),
            ...catchAll(blueprint, dragged),
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

const typeOf = (ref: string): ModuleNode['type'] => (isDirective(ref) ? 'directive' : isDisc(ref) ? 'router' : 'capsule');

function moduleNode(m: Module, dragged: ReadonlyMap<string, Point>, selection: ReadonlySet<string>, readOnly: boolean): CanvasNode {
    const id = String(m.no);
    const size = sizeOf(m.module);
    return { id, type: typeOf(m.module), data: { no: m.no }, ...placed(dragged.get(id) ?? m.at, size), selected: selection.has(id), draggable: !readOnly };
}

function noteNode(note: Note, dragged: ReadonlyMap<string, Point>, selection: ReadonlySet<string>): CanvasNode {
    const id = NOTE + note.id;
    const [width, height] = note.size;
    return { id, type: 'note', data: { id: note.id }, ...placed(dragged.get(id) ?? note.at, { width, height }), selected: selection.has(id), zIndex: -1 };
}

/** Only the name of a frame catches the pointer: what lies inside stays within reach. */
function groupNode(b: Blueprint, group: Group, dragged: ReadonlyMap<string, Point>, readOnly: boolean): readonly CanvasNode[] {
    const frame = frameOf(b, group, dragged);
    if (!frame) return [];
    const box = placed(frame.at, frame.size);
    return [{ id: GROUP + group.id, type: 'group-frame', data: { id: group.id }, ...box, selectable: false, draggable: !readOnly, dragHandle: '.tt-frame-head', zIndex: -2, style: { pointerEvents: 'none' } }];
}

/** "If anything fails" stands left of the route that handles the errors of the whole scenario. */
function catchAll(b: Blueprint, dragged: ReadonlyMap<string, Point>): readonly CanvasNode[] {
    const start = handlers(b, { kind: 'scenario' }).map((no) => find(b, no))[0];
    if (!start) return [];
    const [x, y] = dragged.get(String(start.no)) ?? start.at;
    const at: Point = [x - TAG.width - 48, y + (sizeOf(start.module).height - TAG.height) / 2];
    return [{ id: CATCH, type: 'catch', data: { no: null }, ...placed(at, TAG), selectable: false, draggable: false }];
}

/** "Choose a trigger" stands before the first module as long as no trigger does. */
function ghost(b: Blueprint, { specs, draft }: Editing): readonly CanvasNode[] {
    if (draft.readOnly || b.modules.some((m) => specs.get(m.module)?.kind === 'trigger')) return [];
    const first = begins(b).map((no) => find(b, no))[0];
    const at = first ? leftOf(first, 'ghost') : ([0, 0] as const);
    return [{ id: GHOST, type: 'ghost', data: { no: null }, ...placed(at, CAPSULE), selectable: false, draggable: false }];
}

const placed = ([x, y]: Point, { width, height }: Size) => ({ position: { x, y }, width, height, measured: { width, height } });
