import { useReactFlow, useStore, useStoreApi, type ReactFlowState } from '@xyflow/react';
import { useEffect } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import type { View } from '../store/stage';
import { CAPSULE, sizeOf } from './boxes';
import { begins } from './guarded';
import { find } from './lookup';

const MARGIN = 24;
const lodOf = ({ transform }: ReactFlowState): string => (transform[2] < 0.5 ? 'disc' : transform[2] < 0.75 ? 'plain' : 'full');
const calm = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Gives the rest of the editor a view to talk to, and keeps the edited module in sight when a panel opens. */
export function ViewKeeper(): null {
    const { stage, draft, panel, fields, incomplete } = useEditing();
    const flow = useReactFlow();
    const store = useStoreApi();
    const lod = useStore(lodOf);
    const open = useCell(panel);
    const mapping = useCell(fields.active, (field) => field !== null);
    useEffect(() => {
        store.getState().domNode?.closest('.tt-canvas')?.setAttribute('data-lod', lod);
    }, [lod, store]);
    useEffect(() => {
        const duration = calm() ? 0 : 180;
        const view: View = {
            toCanvas: (screen) => {
                const { x, y } = flow.screenToFlowPosition(screen);
                return [x, y];
            },
            toScreen: ([x, y]) => flow.flowToScreenPosition({ x, y }),
            middle: () => {
                const box = store.getState().domNode?.getBoundingClientRect();
                const { x, y } = flow.screenToFlowPosition({ x: (box?.left ?? 0) + (box?.width ?? 800) / 2, y: (box?.top ?? 0) + (box?.height ?? 600) / 2 });
                return [x, y];
            },
            fit: (nos) => void flow.fitView({ padding: '64px', maxZoom: 1, duration, ...(nos ? { nodes: nos.map((no) => ({ id: String(no) })) } : {}) }),
            zoom: (change) => {
                if (change === 'reset') void flow.zoomTo(1, { duration });
                else void flow.zoomTo(flow.getZoom() * (change === 'in' ? 1.2 : 1 / 1.2), { duration });
            },
            reveal: (no) => {
                const module = find(draft.document.get().blueprint, no);
                const { domNode, transform: [tx, ty, zoom] } = store.getState();
                if (!module || !domNode) return;
                const { width, height } = sizeOf(module.module);
                const left = module.at[0] * zoom + tx;
                const top = module.at[1] * zoom + ty;
                const dx = inside(left, width * zoom + 40, uncovered(domNode));
                const dy = inside(top, height * zoom, domNode.clientHeight);
                if (dx || dy) void flow.setViewport({ x: tx + dx, y: ty + dy, zoom }, { duration });
            },
        };
        stage.view.set(view);
        const { blueprint } = draft.document.get();
        if (blueprint.modules.length > 0) void flow.fitView({ padding: '64px', maxZoom: 1 });
        else void flow.setCenter(CAPSULE.width / 2, CAPSULE.height / 2, { zoom: 1 });
        return () => stage.view.set(null);
    }, [flow, store, stage, draft]);
    const no = useCell(draft.document, ({ blueprint }) => (open.kind === 'module' ? open.no : open.kind === 'incomplete' ? (incomplete.get()?.module ?? null) : open.kind === 'request' ? (begins(blueprint)[0] ?? null) : null));
    useEffect(() => {
        if (no === null) return;
        const frame = requestAnimationFrame(() => stage.view.get()?.reveal(no));
        return () => cancelAnimationFrame(frame);
    }, [no, stage, mapping]);
    return null;
}

/** Width of the canvas that the data panel does not lie over (it does on small screens). */
function uncovered(canvas: HTMLElement): number {
    const { left, right } = canvas.getBoundingClientRect();
    const data = canvas.closest('.tt-editor')?.querySelector('.tt-data-column')?.getBoundingClientRect().left ?? right;
    return Math.min(right, data) - left;
}

/** How far a span must move to lie inside, with a margin. */
function inside(start: number, size: number, room: number): number {
    if (start < MARGIN) return MARGIN - start;
    return Math.min(0, Math.max(room - MARGIN - start - size, MARGIN - start));
}
