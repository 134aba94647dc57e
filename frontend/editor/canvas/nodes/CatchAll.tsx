import { Handle, Position } from '@xyflow/react';
import { ShieldAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useEditing } from '../../store/editing';

/** Where the route begins that handles errors of the whole scenario. */
function CatchAllTag(): ReactNode {
    const { texts, panel } = useEditing();
    return (
        <button type="button" className="tt-catch nodrag" data-testid="catch-all" onClick={() => panel.set({ kind: 'scenario' })}>
            <ShieldAlert size={14} />
            {texts.t('editor.fails.anything')}
            <Handle id="out" type="source" position={Position.Right} className="tt-end" isConnectable={false} />
        </button>
    );
}

export const CatchAll = memo(CatchAllTag);
