import type { ReactNode } from 'react';
import { Coach } from '../run/Coach';
import { useEditing } from '../store/editing';

export function PublishButton(): ReactNode {
    const { texts, stage } = useEditing();
    return (
        <span className="tt-menu-anchor">
            <button type="button" className="tt-btn tt-btn-ink" data-testid="publish" onClick={() => stage.question.set({ kind: 'publish' })}>
                {texts.t('editor.publish')}
            </button>
            <Coach step="publish" />
        </span>
    );
}
