import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { useTexts } from '../store/editing';

const LEAST = 360;
const MOST = 640;
const STEP = 16;
const KEPT = 'tutti.panel.width';

/** The left edge of the panel: drag it or use the arrow keys. The width is remembered on this computer. */
export function PanelSplitter(): ReactNode {
    const { t } = useTexts();
    const [width, setWidth] = useState(() => apply(Number(localStorage.getItem(KEPT)) || 0));
    const change = (next: number): void => {
        const fit = Math.min(MOST, Math.max(LEAST, next));
        localStorage.setItem(KEPT, String(fit));
        setWidth(apply(fit));
    };
    const drag = (event: PointerEvent<HTMLDivElement>): void => {
        const handle = event.currentTarget;
        const right = handle.parentElement?.getBoundingClientRect().right ?? window.innerWidth;
        handle.setPointerCapture(event.pointerId);
        handle.onpointermove = (move) => change(right - move.clientX);
        handle.onpointerup = () => (handle.onpointermove = null);
    };
    const key = (event: KeyboardEvent): void => {
        const by = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
        if (by) change((width || 420) + by);
    };
    return (
        <div
            className="tt-splitter" role="separator" tabIndex={0} aria-orientation="vertical" aria-label={t('editor.panel.width')}
            aria-valuenow={width || 420} aria-valuemin={LEAST} aria-valuemax={MOST} onPointerDown={drag} onKeyDown={key}
        />
    );
}

function apply(width: number): number {
    const editor = document.querySelector<HTMLElement>('.tt-editor');
    if (width > 0) editor?.style.setProperty('--panel-width', `${width}px`);
    return width;
}
