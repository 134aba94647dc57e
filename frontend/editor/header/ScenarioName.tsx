import { useState, type ReactNode } from 'react';
import { NameField } from '../panel/NameField';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** The scenario's name; a click changes it. */
export function ScenarioName(): ReactNode {
    const { draft, texts } = useEditing();
    const name = useCell(draft.document, (document) => document.name);
    const [naming, setNaming] = useState(false);
    const rename = (next: string): void => {
        if (next.trim()) draft.commit(texts.t('editor.step.renameScenario'), [{ op: 'rename', name: next.trim() }]);
    };
    if (draft.readOnly) return <h1 className="tt-name">{name}</h1>;
    if (naming) return <NameField value={name} label={texts.t('editor.name')} onName={rename} onDone={() => setNaming(false)} />;
    return (
        <h1 className="tt-name">
            <button type="button" title={texts.t('editor.rename')} onClick={() => setNaming(true)}>{name}</button>
        </h1>
    );
}
