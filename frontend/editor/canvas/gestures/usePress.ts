import type { NodeMouseHandler } from '@xyflow/react';
import { useCallback, useMemo, type MouseEvent } from 'react';
import { useEditing } from '../../store/editing';
import { enterPanel } from '../../panel/enter';
import { CAPSULE } from '../boxes';
import type { CanvasNode } from '../nodes/types';

/** Presses on the canvas: a module opens, or ends a link that was begun; a double press adds. */
export function usePress(): { onNodeClick: NodeMouseHandler<CanvasNode>; onPaneClick: () => void; board: { onDoubleClick: (event: MouseEvent) => void } } {
    const { stage, commands, panel, selection, draft } = useEditing();
    const onNodeClick: NodeMouseHandler<CanvasNode> = useCallback(
        (event, node) => {
            if (node.type !== 'capsule' && node.type !== 'router') return;
            const no = Number(node.id);
            const from = stage.picker.get()?.after ?? stage.connecting.get()?.from;
            stage.picker.set(null);
            stage.connecting.set(null);
            if (from !== undefined && from !== no) commands.join(from, no);
            else if (!event.shiftKey && !event.ctrlKey && !event.metaKey) {
                commands.open(no);
                if (event.detail === 0) enterPanel(); // pressed by key
            }
        },
        [commands, stage],
    );
    const onPaneClick = useCallback(() => {
        stage.picker.set(null);
        stage.connecting.set(null);
        panel.set({ kind: 'closed' });
        selection.set(new Set());
    }, [panel, selection, stage]);
    const onDoubleClick = useCallback(
        (event: MouseEvent) => {
            const view = stage.view.get();
            const onPane = event.target instanceof Element && event.target.classList.contains('react-flow__pane');
            if (!onPane || !view || draft.readOnly) return;
            const [x, y] = view.toCanvas({ x: event.clientX, y: event.clientY });
            const place = [Math.round(x - CAPSULE.width / 2), Math.round(y - CAPSULE.height / 2)] as const;
            stage.picker.set({ x: event.clientX, y: event.clientY, place });
        },
        [draft, stage],
    );
    return useMemo(() => ({ onNodeClick, onPaneClick, board: { onDoubleClick } }), [onNodeClick, onPaneClick, onDoubleClick]);
}
