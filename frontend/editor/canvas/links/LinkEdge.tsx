import { EdgeLabelRenderer, getBezierPath, type EdgeProps } from '@xyflow/react';
import { memo, useRef, useState, type PointerEvent, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useLink, useLinkRun } from '../../store/hooks';
import { linkKey } from '../../store/runs';
import type { CanvasLink } from '../nodes/types';
import { LinkTools } from './LinkTools';
import { useLinkLook } from './look';
import { Travellers } from './Travellers';

const LEAVE = 250;

/** A link: a curve from left to right with its filter in the middle; the pointer brings up what can be done with it. */
function LinkCurve({ data, sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition, selected }: EdgeProps<Extract<CanvasLink, { type?: 'link' }>>): ReactNode {
    const { from, to } = data ?? { from: 0, to: 0 };
    const { stage, panel } = useEditing();
    const link = useLink(from, to);
    const run = useLinkRun(from, to);
    const look = useLinkLook(from, to);
    const drop = useCell(stage.dropLink, (key) => key === linkKey(from, to));
    const [hover, setHover] = useState(false);
    const leave = useRef<ReturnType<typeof setTimeout>>(undefined);
    if (!link) return null;
    const [path, x, y] = getBezierPath({ sourceX, sourceY, targetX, targetY, sourcePosition, targetPosition });
    const near = (_event: PointerEvent): void => {
        clearTimeout(leave.current);
        setHover(true);
    };
    const far = (): void => {
        clearTimeout(leave.current);
        leave.current = setTimeout(() => setHover(false), LEAVE);
    };
    return (
        <>
            <path className="tt-link-path" d={path} data-look={look} data-fallback={link.fallback || undefined} data-off={link.disabled || undefined} data-error={link.error || undefined} data-hover={hover || selected || drop || undefined} />
            <path className="tt-link-hit" d={path} onPointerEnter={near} onPointerLeave={far} onClick={() => panel.set({ kind: 'link', from, to })} />
            {run && run.passed > 0 && look === 'signal' && <Travellers path={path} count={run.passed} />}
            <EdgeLabelRenderer>
                <LinkTools link={link} run={run} x={x} y={y} start={[sourceX, sourceY]} end={[targetX, targetY]} hover={hover} drop={drop} onNear={near} onFar={far} />
            </EdgeLabelRenderer>
        </>
    );
}

export const LinkEdge = memo(LinkCurve);
