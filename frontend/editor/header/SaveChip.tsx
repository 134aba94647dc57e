import { useEffect, useState, type ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

const SLOW = 600;

/** What happened to the last edits. "Saving…" only where it takes a while. */
export function SaveChip(): ReactNode {
    const { draft, texts, format } = useEditing();
    const state = useCell(draft.saving);
    const [slow, setSlow] = useState(false);
    useEffect(() => {
        setSlow(false);
        if (state.kind !== 'saving') return;
        const timer = setTimeout(() => setSlow(true), SLOW);
        return () => clearTimeout(timer);
    }, [state.kind]);
    const words = (): string => {
        switch (state.kind) {
            case 'saved':
                return state.at ? texts.t('editor.saved.at', format.time(state.at)) : texts.t('editor.saved');
            case 'saving':
                return texts.t(slow ? 'editor.saving' : 'editor.saved');
            case 'offline':
                return texts.t('editor.offline');
            case 'read-only':
                return texts.t('editor.readOnly');
        }
    };
    return <span className={`tt-chip ${state.kind === 'offline' ? 'tt-chip-warn' : ''}`} data-testid="save-state" data-state={state.kind}>{words()}</span>;
}
