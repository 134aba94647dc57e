import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** How much of the draft is not live yet. */
export function DraftChip(): ReactNode {
    const { draft, texts } = useEditing();
    const { live, changes } = useCell(draft.facts);
    if (!live) return <span className="tt-chip tt-chip-warn" data-testid="draft-chip">{texts.t('editor.draft.only')}</span>;
    if (changes === 0) return null;
    return <span className="tt-chip tt-chip-warn" data-testid="draft-chip">{texts.n('editor.draft.changes', changes)}</span>;
}
