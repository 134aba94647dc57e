import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { VersionStrip } from './VersionStrip';

/** Says what production runs while the draft is something else. */
export function LiveStrip(): ReactNode {
    const { draft, texts, stage, mode } = useEditing();
    const { on, live, changes } = useCell(draft.facts);
    if (mode === 'version') return <VersionStrip />;
    if (mode !== 'draft' || !on || !live || changes === 0) return null;
    return (
        <div className="tt-strip" data-testid="live-strip">
            <span>{texts.n('editor.strip', changes, live.version)}</span>
            <button type="button" className="tt-btn tt-btn-quiet" onClick={() => stage.question.set({ kind: 'publish' })}>{texts.t('editor.publish')}</button>
        </div>
    );
}
