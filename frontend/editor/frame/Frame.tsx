import type { ReactNode } from 'react';
import { Canvas } from '../canvas/Canvas';
import { Header } from '../header/Header';
import { LiveStrip } from '../header/LiveStrip';
import { RunBar } from '../run/RunBar';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { DataColumn } from './DataColumn';
import { LiveRegion } from './LiveRegion';
import { PanelColumn } from './PanelColumn';
import { Questions } from './Questions';
import { Regions } from './Regions';
import { ToastLine } from './ToastLine';

/** The grid of the page: header, live strip, canvas, data, panel, run bar. */
export function Frame(): ReactNode {
    const { fields, panel, mode } = useEditing();
    const open = useCell(panel, (p) => p.kind !== 'closed');
    const data = useCell(fields.active, (field) => field !== null);
    const pinned = useCell(fields.pinned);
    return (
        <Regions className="tt-editor" panel={open} data={open && (data || pinned)} mode={mode}>
            <Header />
            <LiveStrip />
            <Canvas />
            <DataColumn />
            <PanelColumn />
            <RunBar />
            <ToastLine />
            <Questions />
            <LiveRegion />
        </Regions>
    );
}
