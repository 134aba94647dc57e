import type { Editing } from '../../store/editing';
import { find } from '../lookup';
import { withMerges } from '../compose/merges';
import { removeModules } from '../compose/remove';
import { incoming, outgoing } from '../graph';
import { users } from '../references';
import { nameOf } from '../words';

const MANY = 10;

/** Deletes modules and closes the gap. Asks first which route stays after a router, and before very many. */
export function remove(editing: Editing, nos: readonly number[], heal = true, answer?: { readonly keep: number | null } | 'sure'): void {
    const { draft, texts, stage, specs, panel, focused, selection, toast } = editing;
    const before = draft.document.get().blueprint;
    const first = nos[0];
    if (first === undefined || draft.readOnly) return;
    const router = nos.length === 1 && heal && incoming(before, first).length > 0 && outgoing(before, first).length > 1;
    if (router && answer === undefined) return stage.question.set({ kind: 'keep-route', no: first });
    if (nos.length > MANY && answer === undefined) return stage.question.set({ kind: 'delete-many', nos });

    const gone = find(before, first);
    const name = gone ? nameOf(gone, specs) : '';
    const what = nos.length === 1 ? texts.t('editor.step.delete', name) : texts.n('editor.step.deleteMany', nos.length);
    const keep = typeof answer === 'object' ? { keep: answer.keep } : {};
    const previous = incoming(before, first)[0]?.from ?? null;
    if (!draft.commit(what, withMerges(before, removeModules(before, nos, { and: texts.t('editor.and'), heal, ...keep })))) return;

    const after = draft.document.get().blueprint;
    const missing = users(after, new Set(before.modules.map((m) => m.no).filter((no) => !find(after, no))));
    const open = panel.get();
    if (open.kind === 'module' && !find(after, open.no)) panel.set({ kind: 'closed' });
    selection.set(new Set());
    focused.set(previous ?? after.modules[0]?.no ?? null);
    const said = nos.length === 1 ? texts.t('editor.toast.deleted', name) : texts.n('editor.toast.deletedMany', nos.length);
    const used = missing.length > 0 ? ` ${texts.n('editor.toast.used', missing.length)}` : '';
    toast.set({
        text: said + used,
        actions: [
            { label: texts.t('editor.undo'), act: () => editing.commands.undo() },
            ...(missing.length > 0 ? [{ label: texts.t('editor.toast.show'), act: () => editing.stage.problemsOpen.set(true) }] : []),
        ],
    });
}
