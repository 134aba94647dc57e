import { getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';

/** From a group, or from the whole scenario, to the route that handles its errors. */
function Tie({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition }: EdgeProps): ReactNode {
    const [path] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
    return <path className="tt-link-path" d={path} data-error />;
}

export const TieEdge = memo(Tie);
