import { Handle, Position } from '@xyflow/react';
import type { ReactNode } from 'react';

/** Where links begin and end: invisible points on the edges. What hands grasp is `Plus` and `FailHandle`. */
export function Ends(): ReactNode {
    return (
        <>
            <Handle type="target" position={Position.Left} className="tt-end" isConnectable={false} />
            <Handle type="source" position={Position.Right} className="tt-end" isConnectable={false} />
            <Handle id="top" type="target" position={Position.Top} className="tt-end" isConnectable={false} />
            <Handle id="below" type="source" position={Position.Bottom} className="tt-end" isConnectable={false} />
        </>
    );
}
