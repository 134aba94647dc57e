import { Handle, Position, type NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { groupOf } from '../guarded';
import type { GroupNode } from './types';

/** A frame around several modules with their common name. Drag it by the name to move them all. */
function Frame({ data: { id } }: NodeProps<GroupNode>): ReactNode {
    const { draft, panel, texts } = useEditing();
    const group = useCell(draft.document, ({ blueprint }) => groupOf(blueprint, id));
    const open = useCell(panel, (p) => p.kind === 'group' && p.id === id);
    if (!group) return null;
    return (
        <div className="tt-frame" data-testid={`group-${id}`} data-tint={group.tint ?? 'grey'} data-open={open || undefined}>
            <button type="button" className="tt-frame-head" onClick={() => panel.set({ kind: 'group', id })}>{group.name || texts.t('editor.group')}</button>
            <Handle id="below" type="source" position={Position.Bottom} className="tt-end" isConnectable={false} />
        </div>
    );
}

export const GroupFrame = memo(Frame, (before, now) => before.id === now.id && before.width === now.width && before.height === now.height);
