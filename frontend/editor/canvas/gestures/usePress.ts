import type { NodeMouseHandler } from '@xyflow/react';
import { useCallback, useMemo, type MouseEvent } from 'react';
import { useEditing } from '../../store/editing';
import { enterPanel } from '../../panel/enter';
import { CAPSULE } from '../boxes';
import type { CanvasNode } from '../nodes/types';

interface Press {
    readonly onNodeClick: NodeMouseHandler<CanvasNode>;
    readonly onNodeContextMenu: NodeMouseHandler<CanvasNode>;
    readonly onPaneClick: () => void;
    readonly board: { onDoubleClick: (event: MouseEvent) => void };
}

/** Presses on the canvas: a module opens, or ends a link that was begun; a double press adds; a right press offers. */
export function usePress(): Press {
    const { stage, commands, panel, selection, draft, focused } = useEditing();
    const onNodeClick: NodeMouseHandler<CanvasNode> = useCallback(
        (event, node) => {
            if (!isModule(node)) return;
            const no = Number(node.id);
            stage.menu.set(null);
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
    const onNodeContextMenu: NodeMouseHandler<CanvasNode> = useCallback(
        (event, node) => {
            if (!isModule(node)) return;
            event.preventDefault();
            const no = Number(node.id);
            const box = event.currentTarget.getBoundingClientRect();
            const byKey = event.clientX === 0 && event.clientY === 0;
            focused.set(no);
            stage.picker.set(null);
            stage.menu.set({ x: byKey ? box.left + 24 : event.clientX, y: byKey ? box.bottom : event.clientY, page: { kind: 'module', no } });
        },
        [focused, stage],
    );
    const onPaneClick = useCallback(() => {
        stage.menu.set(null);
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
    return useMemo(() => ({ onNodeClick, onNodeContextMenu, onPaneClick, board: { onDoubleClick } }), [onNodeClick, onNodeContextMenu, onPaneClick, onDoubleClick]);
}

const isModule = (node: CanvasNode): boolean => node.type === 'capsule' || node.type === 'router' || node.type === 'directive';
