import type { Point } from '../../model/blueprint';
import type { Editing } from '../../store/editing';
import { uuid } from '../../store/ids';
import { copyOf, fragmentIn, type Fragment } from '../compose/fragment';
import { foreignIn } from '../import/foreign';
import { paste } from '../compose/paste';
import { chosen } from './select';

/** The chosen modules as text for the clipboard; empty when nothing is chosen. */
export function copyText(editing: Editing): string {
    const nos = chosen(editing);
    const { draft } = editing;
    return nos.size === 0 ? '' : JSON.stringify(copyOf(draft.document.get().blueprint, draft.scenarioId, nos), null, 1);
}

/** Pastes copied modules; a scenario of another tool is offered for import. Anything else pastes nothing and says so. */
export function pasteText(editing: Editing, text: string, at: Point): boolean {
    const { draft, texts, stage, toast } = editing;
    const fragment = fragmentIn(text);
    const format = fragment || draft.readOnly ? null : foreignIn(text);
    if (format) {
        stage.question.set({ kind: 'import', text, format, at });
        return true;
    }
    if (draft.readOnly || !fragment || fragment.modules.length === 0) {
        if (!draft.readOnly && text.trim() !== '') toast.set({ text: texts.t('editor.toast.notModules'), actions: [] });
        return false;
    }
    return put(editing, fragment, at);
}

/** Adds a fragment's modules as one step, and selects them. */
export function put(editing: Editing, fragment: Fragment, at: Point): boolean {
    const { draft, texts, announce, selection, focused } = editing;
    const pasted = paste(draft.document.get().blueprint, fragment, at, draft.scenarioId, () => draft.takeNumber(), uuid);
    if (!draft.commit(texts.n('editor.step.paste', pasted.nos.length), pasted.changes)) return false;
    selection.set(new Set(pasted.nos.map(String)));
    focused.set(pasted.nos[0] ?? null);
    announce(texts.n('editor.said.pasted', pasted.nos.length));
    return true;
}

/** Copies in place, a little lower. */
export function duplicate(editing: Editing): void {
    const nos = chosen(editing);
    const modules = editing.draft.document.get().blueprint.modules.filter((m) => nos.has(m.no));
    if (modules.length === 0) return;
    const left = Math.min(...modules.map((m) => m.at[0]));
    const bottom = Math.max(...modules.map((m) => m.at[1]));
    pasteText(editing, copyText(editing), [left, bottom + 120]);
}
