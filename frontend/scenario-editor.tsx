import { ReactAdapterElement, type RenderHooks } from 'Frontend/generated/flow/ReactAdapter';
import { type ReactElement } from 'react';
import { Editor } from './editor/editor';

/** The only file of the editor that knows Vaadin: it hands the island over to the page that hosts it. */
class ScenarioEditorElement extends ReactAdapterElement {
  protected override render(hooks: RenderHooks): ReactElement {
    const [scenario] = hooks.useState<string>('scenario', '');
    return <Editor scenario={scenario} />;
  }
}

customElements.define('scenario-editor', ScenarioEditorElement);
