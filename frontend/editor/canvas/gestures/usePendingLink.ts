import type { OnConnectEnd, OnConnectStart } from '@xyflow/react';
import { useCallback } from 'react';
import { useEditing } from '../../store/editing';
import { CAPSULE, moduleAt } from '../boxes';
import { obstacles } from '../commands/join';
import { MAGNET } from '../links/PendingLine';

/** Drawing a link by hand: onto a module it links, onto empty canvas it asks which module comes there. */
export function usePendingLink(): { onConnectStart: OnConnectStart; onConnectEnd: OnConnectEnd } {
    const editing = useEditing();
    const { stage, draft, commands } = editing;
    const onConnectStart: OnConnectStart = useCallback(
        (_event, { nodeId, handleId }) => {
            const from = Number(nodeId);
            stage.picker.set(null);
            stage.connecting.set({ from, obstacles: obstacles(editing, from), ...(handleId === 'fail' ? { error: true } : {}) });
        },
        [editing, stage],
    );
    const onConnectEnd: OnConnectEnd = useCallback(
        (event, { fromNode }) => {
            const guards = stage.connecting.get()?.error ? ({ kind: 'module', no: Number(fromNode?.id) } as const) : null;
            stage.connecting.set(null);
            const view = stage.view.get();
            if (!fromNode || !view) return;
            const screen = 'clientX' in event ? { x: event.clientX, y: event.clientY } : touch(event);
            const [x, y] = view.toCanvas(screen);
            const from = Number(fromNode.id);
            const hit = moduleAt(draft.document.get().blueprint, [x, y], MAGNET);
            if (hit !== null && hit !== from) commands.join(from, hit, guards !== null);
            else if (hit === null && guards) stage.picker.set({ ...screen, guards, place: [Math.round(x), Math.round(y)] });
            else if (hit === null) stage.picker.set({ ...screen, after: from, place: [Math.round(x), Math.round(y - CAPSULE.height / 2)] });
        },
        [commands, draft, stage],
    );
    return { onConnectStart, onConnectEnd };
}

function touch(event: TouchEvent): { readonly x: number; readonly y: number } {
    const finger = event.changedTouches[0];
    return { x: finger?.clientX ?? 0, y: finger?.clientY ?? 0 };
}
