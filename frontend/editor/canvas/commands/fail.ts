import type { ErrorType, Module } from '../../model/blueprint';
import type { JsonObject } from '../../model/json';
import type { Editing } from '../../store/editing';
import { groupsOf, type Guarded } from '../guarded';
import { uuid } from '../../store/ids';
import { handle, placeBelow, unhandle } from '../compose/handle';
import { find } from '../lookup';
import { enterPanel } from '../../panel/enter';

/** What can be decided about an error, as people say it; `retry` and `keep` are two settings of one module. */
export type Decision = 'retry' | 'keep' | 'resume' | 'ignore' | 'commit' | 'rollback';

export const DECISIONS: readonly Decision[] = ['retry', 'keep', 'resume', 'ignore', 'commit', 'rollback'];

const MODULES: Readonly<Record<Decision, { readonly ref: string; readonly values: JsonObject }>> = {
    retry: { ref: 'error:break', values: { retry: true, attempts: 3, minutes: 15 } },
    keep: { ref: 'error:break', values: { retry: false } },
    resume: { ref: 'error:resume', values: {} },
    ignore: { ref: 'error:ignore', values: {} },
    commit: { ref: 'error:commit', values: {} },
    rollback: { ref: 'error:rollback', values: {} },
};

/** The decision that a directive on the canvas stands for. */
export function decisionOf(module: Module): Decision {
    if (module.module === 'error:break') return String(module.values['retry'] ?? true) === 'false' ? 'keep' : 'retry';
    return DECISIONS.find((decision) => MODULES[decision].ref === module.module) ?? 'ignore';
}

/** Begins a route that ends at once with this decision, and opens it where there is something to fill in. */
export function decide(editing: Editing, guarded: Guarded, decision: Decision, errors: readonly ErrorType[] = []): number | null {
    const { draft, texts, commands, specs, stage, announce } = editing;
    if (draft.readOnly) return null;
    const { blueprint } = draft.document.get();
    const { ref, values } = MODULES[decision];
    const no = draft.takeNumber();
    const module: Module = { no, module: ref, version: specs.get(ref)?.version ?? 1, at: placeBelow(blueprint, guarded, ref), values };
    if (!draft.commit(texts.t('editor.step.fails'), handle(blueprint, guarded, module, errors))) return null;
    stage.fresh.set(no);
    announce(texts.t('editor.said.added', texts.t(`editor.fails.${decision}`)));
    commands.open(no);
    enterPanel();
    return no;
}

/** Takes a route for errors away, with the modules that nothing else leads to. */
export function undecide({ draft, texts, panel }: Editing, guarded: Guarded, to: number): void {
    const before = draft.document.get().blueprint;
    draft.commit(texts.t('editor.step.unfails'), unhandle(before, guarded, to));
    const open = panel.get();
    const after = draft.document.get().blueprint;
    if (open.kind === 'link' && open.to === to) panel.set({ kind: 'closed' });
    if (open.kind === 'module' && !find(after, open.no)) panel.set({ kind: 'closed' });
}

/** Frames modules: they get a name and can share a handler. A module is in one group at most. */
export function frame({ draft, texts, panel, announce }: Editing, nos: readonly number[]): void {
    const { blueprint } = draft.document.get();
    const taken = new Set(groupsOf(blueprint).flatMap((group) => group.modules));
    const modules = nos.filter((no) => !taken.has(no));
    if (modules.length === 0) return announce(texts.t('editor.group.taken'), true);
    const id = uuid().slice(0, 8);
    const name = texts.t('editor.group.name', groupsOf(blueprint).length + 1);
    if (!draft.commit(texts.t('editor.step.group'), [{ op: 'addGroup', group: { id, name, modules } }])) return;
    panel.set({ kind: 'group', id });
    enterPanel();
}
