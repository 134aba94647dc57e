import type { ReactNode } from 'react';

export interface FilterPanelProps {
    readonly from: number;
    readonly to: number;
}

/** The conditions of one link: groups of rows, with a live test. The frame is drawn by `panel/LinkPanel.tsx`. */
export function FilterPanel({ from, to }: FilterPanelProps): ReactNode {
    return <div className="tt-slot" data-link={`${from}-${to}`} />;
}
