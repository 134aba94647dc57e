import { Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { DraftChip } from './DraftChip';
import { LiveChip } from './LiveChip';
import { MoreMenu } from './MoreMenu';
import { OnOff } from './OnOff';
import { ProblemsButton } from './ProblemsButton';
import { PublishButton } from './PublishButton';
import { RunHeader } from './RunHeader';
import { SaveChip } from './SaveChip';
import { ScenarioName } from './ScenarioName';

/** Left: which scenario, is it on, what is live, what is not. Right: problems, undo, publish. */
export function Header(): ReactNode {
    const { mode, texts, commands, draft, props } = useEditing();
    const steps = useCell(draft.steps);
    const crumb = mode === 'run' ? 'runs' : 'scenarios';
    return (
        <header className="tt-header" data-region="header">
            <a className="tt-crumb" href={`${props.basePath}/${crumb}`}>{texts.t(`editor.crumb.${crumb}`)}</a>
            <span className="tt-crumb" aria-hidden="true">/</span>
            <ScenarioName />
            {mode === 'run' && <RunHeader />}
            {mode === 'draft' && (
                <>
                    <OnOff />
                    <LiveChip />
                    <DraftChip />
                    <SaveChip />
                    <span className="tt-grow" />
                    <ProblemsButton />
                    <button type="button" className="tt-icon-btn" aria-disabled={!steps.undo} aria-label={texts.t('editor.undo')} title={steps.undo ? texts.t('editor.undo.what', steps.undo) : texts.t('editor.undo')} onClick={() => commands.undo()}>
                        <Undo2 size={18} />
                    </button>
                    <button type="button" className="tt-icon-btn" aria-disabled={!steps.redo} aria-label={texts.t('editor.redo')} title={steps.redo ? texts.t('editor.redo.what', steps.redo) : texts.t('editor.redo')} onClick={() => commands.redo()}>
                        <Redo2 size={18} />
                    </button>
                    <MoreMenu />
                    <PublishButton />
                </>
            )}
        </header>
    );
}
