import { Copy, CopyPlus, Flag, Funnel, Group, Pencil, Power, Settings2, ShieldAlert, Trash2 } from 'lucide-react';
import { enterPanel } from '../../panel/enter';
import { useEditing } from '../../store/editing';
import type { MenuAsk } from '../../store/stage';
import { toClipboard } from '../../ui/clipboard';
import type { MenuListEntry } from '../../ui/MenuList';
import { chosen } from '../commands/select';
import { canFail, isDirective } from '../kinds';
import { find, linksTo } from '../lookup';

/** What a right press on a module offers. */
export function useModuleEntries(no: number, ask: MenuAsk): readonly MenuListEntry[] {
    const editing = useEditing();
    const { texts, stage, commands, draft, specs, selection, panel, announce } = editing;
    const { blueprint } = draft.document.get();
    const module = find(blueprint, no);
    if (!module) return [];
    const before = linksTo(blueprint, no)[0];
    const picked = chosen(editing);
    const several = picked.size > 1 && picked.has(no) ? [...picked] : [no];
    const only = (act: () => void) => () => {
        stage.menu.set(null);
        if (several.length === 1) selection.set(new Set([String(no)]));
        act();
    };
    const entry = (key: string, Icon: typeof Copy, act: () => void, hint?: string): MenuListEntry => ({
        key, label: texts.t(`editor.menu.${key}`), icon: <Icon size={16} />, act: only(act), ...(hint ? { hint } : {}),
    });
    const copy = (): void => void toClipboard(commands.copyText()).then(() => announce(texts.t('editor.copied')));
    return [
        entry('open', Settings2, () => (commands.open(no), enterPanel()), 'Enter'),
        ...(canFail(module.module) ? [entry('fails', ShieldAlert, () => stage.menu.set({ x: ask.x, y: ask.y, page: { kind: 'fails', guarded: { kind: 'module', no } } }), 'E')] : []),
        ...(before ? [entry('filter', Funnel, () => panel.set({ kind: 'link', from: before.from, to: no }), 'F')] : []),
        ...(specs.get(module.module)?.polling ? [entry('start', Flag, () => stage.question.set({ kind: 'start-from', no }))] : []),
        ...(isDirective(module.module) ? [] : [entry('group', Group, () => commands.frame(several), 'G')]),
        entry('rename', Pencil, () => stage.renaming.set(no), 'F2'),
        entry('copy', Copy, copy, 'Ctrl+C'),
        entry('duplicate', CopyPlus, () => commands.duplicate(), 'Ctrl+D'),
        entry(module.disabled ? 'enable' : 'disable', Power, () => commands.toggleDisabled(), 'D'),
        entry('delete', Trash2, () => commands.remove(several), 'Del'),
    ];
}
