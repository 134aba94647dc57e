import type { ReactNode } from 'react';

export interface InspectorProps {
    readonly no: number;
    readonly side: 'input' | 'output';
}

/** What one module got and gave in the run on the canvas: operations on the left, the bundle on the right. */
export function Inspector({ no, side }: InspectorProps): ReactNode {
    return <div className="tt-slot" data-module={no} data-side={side} />;
}
