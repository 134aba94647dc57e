import { Plus } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useEditing } from '../../store/editing';

/** The empty place where a scenario starts. */
function GhostCapsule(): ReactNode {
    const { texts, stage } = useEditing();
    return (
        <button
            type="button"
            className="tt-ghost nodrag"
            data-testid="ghost"
            onClick={(event) => {
                const { right, top } = event.currentTarget.getBoundingClientRect();
                stage.picker.set({ x: right + 12, y: top, start: true });
            }}
        >
            <span className="tt-ghost-disc"><Plus size={24} /></span>
            <span className="tt-capsule-text">
                <b>{texts.t('editor.ghost')}</b>
                <span>{texts.t('editor.ghost.help')}</span>
            </span>
        </button>
    );
}

export const Ghost = memo(GhostCapsule);
