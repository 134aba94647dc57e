import type { NodeChange, OnNodeDrag, OnNodesChange } from '@xyflow/react';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Blueprint, Point } from '../../model/blueprint';
import { useEditing } from '../../store/editing';
import { freePlace, GRID, moduleAt, sizeOf, snap } from '../boxes';
import { moveThings } from '../compose/move';
import { find } from '../lookup';
import { groupOf } from '../guarded';
import { frameOf } from '../nodes/frames';
import { GROUP, NOTE, type CanvasNode } from '../nodes/types';
import { linkUnder } from './linkUnder';

const HOLD = 150;

interface Drag {
    readonly dragged: ReadonlyMap<string, Point>;
    readonly onNodesChange: OnNodesChange<CanvasNode>;
    readonly onNodeDrag: OnNodeDrag<CanvasNode>;
    readonly onNodeDragStop: OnNodeDrag<CanvasNode>;
}

/** Moves modules and notes by hand: on the grid (not with Alt), one undo step, and into a link when held over it. */
export function useDrag(): Drag {
    const editing = useEditing();
    const { draft, stage, texts, commands } = editing;
    const [dragged, setDragged] = useState<ReadonlyMap<string, Point>>(new Map());
    const now = useRef(dragged);
    const free = useRef(false);
    const hold = useRef<{ key: string; timer: ReturnType<typeof setTimeout> } | null>(null);

    const place = useCallback(
        (id: string, at: Point): Point => {
            if (free.current || id.startsWith(NOTE)) return [Math.round(at[0]), Math.round(at[1])];
            return snap(find(draft.document.get().blueprint, Number(id))?.module ?? '', at);
        },
        [draft],
    );
    const onNodesChange = useCallback(
        (changes: NodeChange<CanvasNode>[]) => {
            const next = new Map(now.current);
            for (const change of changes) {
                if (change.type !== 'position' || !change.position || !change.dragging) continue;
                const at: Point = [change.position.x, change.position.y];
                if (change.id.startsWith(GROUP)) together(draft.document.get().blueprint, change.id, at).forEach(([id, place]) => next.set(id, place));
                else next.set(change.id, place(change.id, at));
            }
            if (next.size === now.current.size && [...next].every(([id, at]) => now.current.get(id)?.join() === at.join())) return;
            now.current = next;
            setDragged(next);
        },
        [place, draft],
    );
    const letGo = useCallback((): void => {
        if (hold.current) clearTimeout(hold.current.timer);
        hold.current = null;
        stage.dropLink.set(null);
    }, [stage]);
    const onNodeDrag: OnNodeDrag<CanvasNode> = useCallback(
        (event, node) => {
            free.current = 'altKey' in event && event.altKey;
            if (now.current.size !== 1 || node.type === 'note' || node.type === 'group-frame') return;
            const { blueprint } = draft.document.get();
            const over = linkUnder(blueprint, Number(node.id), now.current.get(node.id) ?? [node.position.x, node.position.y]);
            if (hold.current?.key === over) return;
            letGo();
            if (over) hold.current = { key: over, timer: setTimeout(() => stage.dropLink.set(over), HOLD) };
        },
        [draft, stage, letGo],
    );
    const onNodeDragStop: OnNodeDrag<CanvasNode> = useCallback(
        (_event, node) => {
            const link = stage.dropLink.get();
            letGo();
            const places = new Map(now.current);
            now.current = new Map();
            setDragged(now.current);
            if (link) {
                const [from = 0, to = 0] = link.split('-').map(Number);
                if (commands.dropInto(Number(node.id), from, to)) return;
            }
            const { blueprint } = draft.document.get();
            const [only] = places;
            const module = places.size === 1 && only ? find(blueprint, Number(only[0])) : undefined;
            if (module && only) {
                const ignore = new Set([module.no]);
                const { width, height } = sizeOf(module.module);
                const others = { ...blueprint, modules: blueprint.modules.filter((m) => m !== module) };
                const hit = moduleAt(others, [only[1][0] + width / 2, only[1][1] + height / 2], height / 2);
                if (hit !== null) places.set(only[0], freePlace(blueprint, module.module, only[1], ignore, 8));
            }
            draft.commit(texts.n('editor.step.move', places.size), moveThings(blueprint, places));
        },
        [commands, draft, letGo, stage, texts],
    );
    return useMemo(() => ({ dragged, onNodesChange, onNodeDrag, onNodeDragStop }), [dragged, onNodesChange, onNodeDrag, onNodeDragStop]);
}

/** Where the modules of a group stand when its frame is put here. */
function together(b: Blueprint, frame: string, [x, y]: Point): readonly (readonly [string, Point])[] {
    const group = groupOf(b, frame.slice(GROUP.length));
    const before = group && frameOf(b, group, new Map());
    if (!group || !before) return [];
    const step = (by: number): number => Math.round(by / GRID) * GRID;
    const [right, down] = [step(x - before.at[0]), step(y - before.at[1])];
    return group.modules.flatMap((no) => {
        const at = find(b, no)?.at;
        return at ? [[String(no), [at[0] + right, at[1] + down] as const] as const] : [];
    });
}
