import { getBezierPath, Position, type ConnectionLineComponentProps } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useEditing } from '../../store/editing';
import { find } from '../lookup';
import { moduleAt, sizeOf } from '../boxes';

export const MAGNET = 28;

/** The link being drawn; near a module it can end at, it jumps to that module. */
export function PendingLine({ fromX, fromY, fromPosition, toX, toY }: ConnectionLineComponentProps): ReactNode {
    const { draft, stage } = useEditing();
    const { blueprint } = draft.document.get();
    const no = moduleAt(blueprint, [toX, toY], MAGNET);
    const target = no !== null && !stage.connecting.get()?.obstacles.has(no) ? find(blueprint, no) : undefined;
    const end = target ? [target.at[0], target.at[1] + sizeOf(target.module).height / 2] as const : [toX, toY] as const;
    const [path] = getBezierPath({ sourceX: fromX, sourceY: fromY, sourcePosition: fromPosition, targetX: end[0], targetY: end[1], targetPosition: Position.Left });
    return <path className="tt-link-path tt-pending" d={path} data-look="signal" data-error={stage.connecting.get()?.error || undefined} />;
}
