import type { ReactNode } from 'react';

export interface DataPanelProps {
    /** Whose inputs are being mapped: data of the modules before it is offered. For a link's filter, `after` is its start. */
    readonly no: number;
    readonly after?: number;
    readonly onClose: () => void;
}

/** What modules before this one gave out, as a tree to insert from; functions; variables. Fills its column. */
export function DataPanel({ no }: DataPanelProps): ReactNode {
    return <div className="tt-slot" data-module={no} />;
}
