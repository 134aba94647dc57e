import type { Editing } from '../../store/editing';
import { isOpen } from '../../model/incomplete';

/** Leads to where a run that stopped at an error can be corrected and continued. */
export async function toResume({ api, draft, props, toast, texts }: Editing, runId: string): Promise<void> {
    const items = await api.incompletes(draft.scenarioId).catch(() => []);
    const item = items.find((each) => each.runId === runId && isOpen(each));
    if (item) window.location.assign(`${props.basePath}/runs/${runId}?incomplete=${item.id}`);
    else toast.set({ text: texts.t('editor.incomplete.gone'), actions: [] });
}

/** Shows the incomplete item the page was opened for: its panel, and the module that failed. */
export function showIncomplete({ incomplete, panel, selection, focused, stage, runs }: Editing): void {
    const item = incomplete.get();
    if (!item) return;
    const now = runs.modules.get(item.module);
    runs.modules.set(item.module, { no: item.module, operations: 1, ok: 0, errors: 1, ms: 0, ...now, status: 'error' });
    selection.set(new Set([String(item.module)]));
    focused.set(item.module);
    panel.set({ kind: 'incomplete' });
    requestAnimationFrame(() => requestAnimationFrame(() => stage.view.get()?.reveal(item.module)));
}
