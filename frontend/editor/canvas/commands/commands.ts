import type { ErrorType, Point } from '../../model/blueprint';
import type { ModuleSpec } from '../../model/catalogue';
import type { Travelled } from '../../store/draft';
import type { Editing } from '../../store/editing';
import type { PanelTab } from '../../store/panel';
import type { PickerAsk } from '../../store/stage';
import { find } from '../lookup';
import { align } from '../compose/align';
import { withMerges } from '../compose/merges';
import type { Obstacle } from '../graph';
import type { Guarded } from '../guarded';
import { add } from './add';
import { copyText, duplicate, pasteText } from './clipboard';
import { decide, frame, undecide, type Decision } from './fail';
import { dropInto, join } from './join';
import { addNote } from './notes';
import { remove } from './remove';
import { chosen } from './select';

/** How long what undo changed stays marked, ms. */
const FLASH = 600;

/** Everything a person can do to the graph, by whatever gesture. */
export interface Commands {
    add(spec: ModuleSpec, ask: PickerAsk): number;
    join(from: number, to: number, error?: boolean): Obstacle | null;
    decide(guarded: Guarded, decision: Decision, errors?: readonly ErrorType[]): number | null;
    undecide(guarded: Guarded, to: number): void;
    frame(nos: readonly number[]): void;
    dropInto(no: number, from: number, to: number): boolean;
    cut(from: number, to: number): void;
    remove(nos: readonly number[], heal?: boolean, answer?: { readonly keep: number | null } | 'sure'): void;
    rename(no: number, name: string): void;
    toggleDisabled(): void;
    copyText(): string;
    paste(text: string, at: Point): boolean;
    duplicate(): void;
    align(): Promise<void>;
    note(at: Point): void;
    open(no: number, tab?: PanelTab): void;
    undo(): void;
    redo(): void;
}

export function commands(editing: Editing): Commands {
    const { draft, texts, announce, stage, panel } = editing;
    const travelled = (key: string, what: Travelled | null): void => {
        announce(what ? texts.t(key, what.label) : texts.t('editor.said.nothing'));
        const [first] = what?.modules ?? [];
        if (first !== undefined) stage.view.get()?.reveal(first);
        stage.flash.set(new Set(what?.modules));
        setTimeout(() => stage.flash.set(new Set()), FLASH);
    };
    return {
        add: (spec, ask) => add(editing, spec, ask, stage.view.get()?.middle() ?? [80, 160]),
        join: (from, to, error) => join(editing, from, to, error),
        decide: (guarded, decision, errors) => decide(editing, guarded, decision, errors),
        undecide: (guarded, to) => undecide(editing, guarded, to),
        frame: (nos) => frame(editing, nos),
        dropInto: (no, from, to) => dropInto(editing, no, from, to),
        cut: (from, to) => {
            draft.commit(texts.t('editor.step.cut'), withMerges(draft.document.get().blueprint, [{ op: 'removeLink', from, to }]));
            const open = panel.get();
            if (open.kind === 'link' && open.from === from && open.to === to) panel.set({ kind: 'closed' });
        },
        remove: (nos, heal, answer) => remove(editing, nos, heal, answer),
        rename: (no, name) => {
            const text = name.trim();
            if (text === (find(draft.document.get().blueprint, no)?.name ?? '')) return;
            draft.commit(texts.t('editor.step.rename'), [{ op: 'renameModule', no, ...(text ? { name: text } : {}) }]);
        },
        toggleDisabled: () => {
            const { blueprint } = draft.document.get();
            const modules = [...chosen(editing)].flatMap((no) => find(blueprint, no) ?? []);
            const disabled = modules.some((m) => !m.disabled);
            draft.commit(texts.t(disabled ? 'editor.step.disable' : 'editor.step.enable'), modules.map(({ no }) => ({ op: 'setDisabled', no, disabled })));
        },
        copyText: () => copyText(editing),
        paste: (text, at) => pasteText(editing, text, at),
        duplicate: () => duplicate(editing),
        align: async () => {
            const only = new Set([...editing.selection.get()].filter((id) => /^\d+$/.test(id)).map(Number));
            draft.commit(texts.t('editor.step.align'), await align(draft.document.get().blueprint, only));
            if (only.size < 2) stage.view.get()?.fit();
        },
        note: (at) => addNote(editing, at),
        open: (no, tab = 'settings') => {
            panel.set({ kind: 'module', no, tab });
            editing.selection.set(new Set([String(no)]));
            editing.focused.set(no);
        },
        undo: () => travelled('editor.said.undid', draft.undo()),
        redo: () => travelled('editor.said.redid', draft.redo()),
    };
}
