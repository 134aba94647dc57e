import { Handle, Position } from '@xyflow/react';
import { Plus as PlusIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';

/** The handle on the right: press it to add what comes next, drag it to link. */
function PlusHandle({ no }: { readonly no: number }): ReactNode {
    const { draft, stage, texts, focused } = useEditing();
    const last = useCell(draft.document, (document) => !document.blueprint.links.some((l) => l.from === no));
    const open = useCell(stage.picker, (ask) => ask?.after === no);
    const tabbable = useCell(focused, (focus) => focus === no);
    if (draft.readOnly) return null;
    return (
        <Handle id="plus" type="source" position={Position.Right} className="tt-plus" data-last={last || undefined} data-open={open || undefined}>
            <button
                type="button"
                data-testid={`plus-${no}`}
                tabIndex={tabbable ? 0 : -1}
                aria-label={texts.t('editor.plus')}
                onClick={(event) => {
                    event.stopPropagation();
                    const { right, top } = event.currentTarget.getBoundingClientRect();
                    stage.picker.set(open ? null : { x: right + 8, y: top - 24, after: no });
                }}
            >
                <PlusIcon size={14} strokeWidth={2.25} />
            </button>
        </Handle>
    );
}

export const Plus = memo(PlusHandle);
