import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';

/** Where links begin and end: invisible points on the edges. The handle that hands grasp is `Plus`. */
export function Ends(): ReactNode {
    return (
        <>
            <Handle type="target" position={Position.Left} className="tt-end" isConnectable={false} />
            <Handle type="source" position={Position.Right} className="tt-end" isConnectable={false} />
        </>
    );
}
