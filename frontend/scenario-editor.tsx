import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import { type ReactElement } from 'react';
import { Editor } from './editor/editor';
import type { EditorProps } from './editor/store/editing';

/** The only file of the editor that knows Vaadin: it hands the island over to the page that hosts it. */
class ScenarioEditorElement extends ReactAdapterElement {
  protected override render(hooks: RenderHooks): ReactElement | null {
    const [mode] = hooks.useState<EditorProps['mode']>('mode', 'draft');
    const [scenario] = hooks.useState<string>('scenario', '');
    const [run] = hooks.useState<string>('run', '');
    const [version] = hooks.useState<number>('version', 0);
    const [base] = hooks.useState<string>('base', '');
    if (mode === 'run' ? !run : !scenario) return null;
    return <Editor mode={mode} scenarioId={scenario} basePath={base} {...(run ? { runId: run } : {})} {...(version ? { version } : {})} />;
  }
}

customElements.define('scenario-editor', ScenarioEditorElement);
