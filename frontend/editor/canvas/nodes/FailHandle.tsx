import { Handle, Position } from '@xyflow/react';
import { ShieldAlert } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';

/** The handle on the lower edge: press it to say what happens if the module fails, drag it to a module that handles it. */
function FailGrip({ no }: { readonly no: number }): ReactNode {
    const { draft, stage, texts, focused } = useEditing();
    const open = useCell(stage.menu, (menu) => menu?.page.kind === 'fails' && menu.page.guarded.kind === 'module' && menu.page.guarded.no === no);
    const tabbable = useCell(focused, (focus) => focus === no);
    if (draft.readOnly) return null;
    return (
        <Handle id="fail" type="source" position={Position.Bottom} className="tt-fail" data-open={open || undefined}>
            <button
                type="button"
                data-testid={`fail-${no}`}
                tabIndex={tabbable ? 0 : -1}
                aria-label={texts.t('editor.fails')}
                title={texts.t('editor.fails')}
                onClick={(event) => {
                    event.stopPropagation();
                    const { left, bottom } = event.currentTarget.getBoundingClientRect();
                    stage.menu.set(open ? null : { x: left - 24, y: bottom + 8, page: { kind: 'fails', guarded: { kind: 'module', no } } });
                }}
            >
                <ShieldAlert size={12} strokeWidth={2.25} />
            </button>
        </Handle>
    );
}

export const FailHandle = memo(FailGrip);
