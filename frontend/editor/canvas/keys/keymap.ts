import type { Editing } from '../../store/editing';
import { enterPanel } from '../../panel/enter';
import { obstacles } from '../commands/join';
import { chosen, selectAll, selectAlong } from '../commands/select';
import { incoming } from '../graph';
import { canFail } from '../kinds';
import { find } from '../lookup';
import { openPicker } from '../picker/openPicker';
import { focusModule, neighbour, type Way } from './walk';
import { moveKeys } from './moveMode';

type Act = (editing: Editing) => void;

const go = (way: Way): Act => (editing) => {
    const { blueprint } = editing.draft.document.get();
    const no = editing.focused.get();
    const next = no === null ? blueprint.modules[0]?.no : neighbour(blueprint, no, way);
    if (next !== null && next !== undefined) focusModule(editing, next);
};

const onFocused = (act: (editing: Editing, no: number) => void): Act => (editing) => {
    const no = editing.focused.get();
    if (no !== null && find(editing.draft.document.get().blueprint, no)) act(editing, no);
};

const zoom = (change: 'in' | 'out' | 'reset'): Act => ({ stage }) => stage.view.get()?.zoom(change);

const escape: Act = (editing) => {
    const { stage, fields, panel, selection } = editing;
    if (stage.menu.get()) stage.menu.set(null);
    else if (stage.picker.get()) stage.picker.set(null);
    else if (stage.connecting.get()) stage.connecting.set(null);
    else if (fields.active.get()) fields.active.set(null);
    else if (panel.get().kind !== 'closed') panel.set({ kind: 'closed' });
    else selection.set(new Set());
};

const link = onFocused((editing, no) => {
    const { stage, announce, texts } = editing;
    stage.connecting.set({ from: no, obstacles: obstacles(editing, no) });
    announce(texts.t('editor.said.connecting'));
});

const filter = onFocused(({ draft, panel }, no) => {
    const before = incoming(draft.document.get().blueprint, no)[0];
    if (!before) return;
    panel.set({ kind: 'link', from: before.from, to: before.to });
    enterPanel();
});

const fails = onFocused(({ draft, stage }, no) => {
    const box = document.querySelector(`.tt-canvas [data-no="${no}"]`)?.getBoundingClientRect();
    if (!box || !canFail(find(draft.document.get().blueprint, no)?.module ?? '')) return;
    stage.menu.set({ x: box.left + 24, y: box.bottom + 8, page: { kind: 'fails', guarded: { kind: 'module', no } } });
});

/** What can be looked at without changing anything. */
const LOOK: Readonly<Record<string, Act>> = {
    ArrowLeft: go('left'), ArrowRight: go('right'), ArrowUp: go('up'), ArrowDown: go('down'),
    'Shift+ArrowLeft': (editing) => selectAlong(editing, 'before'),
    'Shift+ArrowRight': (editing) => selectAlong(editing, 'after'),
    'Ctrl+a': selectAll,
    i: onFocused(({ commands }, no) => commands.open(no, 'input')),
    o: onFocused(({ commands }, no) => commands.open(no, 'output')),
    v: ({ stage }) => stage.tool.update((tool) => (tool === 'hand' ? 'select' : 'hand')),
    '+': zoom('in'), '=': zoom('in'), '-': zoom('out'), '0': zoom('reset'),
    '1': ({ stage }) => stage.view.get()?.fit(),
    '2': (editing) => editing.stage.view.get()?.fit([...chosen(editing)]),
    r: () => document.querySelector<HTMLElement>('[data-testid="run-drawer-toggle"]')?.click(),
    '?': ({ stage }) => stage.question.set({ kind: 'shortcuts' }),
    Escape: escape,
};

const EDIT: Readonly<Record<string, Act>> = {
    '/': openPicker, n: openPicker,
    m: onFocused(({ stage, draft, announce, texts }, no) => {
        const at = find(draft.document.get().blueprint, no)?.at;
        if (at) stage.moving.set({ no, at });
        announce(texts.t('editor.said.moving'));
    }),
    c: link,
    f: filter,
    e: fails,
    g: (editing) => editing.commands.frame([...chosen(editing)]),
    d: ({ commands }) => commands.toggleDisabled(),
    F2: onFocused(({ stage }, no) => stage.renaming.set(no)),
    Delete: (editing) => removeChosen(editing, true), Backspace: (editing) => removeChosen(editing, true),
    'Shift+Delete': (editing) => removeChosen(editing, false),
    'Ctrl+d': ({ commands }) => commands.duplicate(),
    'Shift+s': ({ commands, stage }) => commands.note(stage.view.get()?.middle() ?? [0, 0]),
    'Shift+Alt+t': ({ commands }) => void commands.align(),
};

function removeChosen(editing: Editing, heal: boolean): void {
    const { draft, texts, commands, selection, focused } = editing;
    const ids = [...selection.get()];
    const links = ids.filter((id) => /^\d+-\d+$/.test(id)).map((id) => id.split('-').map(Number));
    const notes = ids.filter((id) => id.startsWith('note:')).map((id) => id.slice(5));
    const others = links.length + notes.length === ids.length && ids.length > 0;
    if (notes.length > 0) draft.commit(texts.t('editor.step.noteDelete'), notes.map((note) => ({ op: 'removeNote', note })));
    if (others) for (const [from = 0, to = 0] of links) commands.cut(from, to);
    else commands.remove([...chosen(editing)], heal);
    const focus = focused.get();
    if (focus !== null) focusModule(editing, focus);
}

/** Does what a key means on the canvas. True when it meant something. */
export function pressed(editing: Editing, key: string): boolean {
    if (editing.stage.moving.get()) return moveKeys(editing, key);
    const act = LOOK[key] ?? (editing.draft.readOnly ? undefined : EDIT[key]);
    act?.(editing);
    return act !== undefined;
}
