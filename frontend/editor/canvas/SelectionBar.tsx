import { AlignHorizontalDistributeCenter, CopyPlus, Copy, Group, Power, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { toClipboard } from '../ui/clipboard';

/** What can be done with several chosen modules. */
export function SelectionBar(): ReactNode {
    const { selection, texts, commands, draft, announce } = useEditing();
    const nos = useCell(selection, (ids) => [...ids].filter((id) => /^\d+$/.test(id)).join(' '));
    const chosen = nos === '' ? [] : nos.split(' ').map(Number);
    if (chosen.length < 2 || draft.readOnly) return null;
    const copy = (): void => void toClipboard(commands.copyText()).then(() => announce(texts.t('editor.copied')));
    const actions: readonly (readonly [string, ReactNode, () => void])[] = [
        ['copy', <Copy key="c" size={16} />, copy],
        ['duplicate', <CopyPlus key="d" size={16} />, () => commands.duplicate()],
        ['disable', <Power key="p" size={16} />, () => commands.toggleDisabled()],
        ['group', <Group key="g" size={16} />, () => commands.frame(chosen)],
        ['align', <AlignHorizontalDistributeCenter key="a" size={16} />, () => void commands.align()],
        ['delete', <Trash2 key="t" size={16} />, () => commands.remove(chosen)],
    ];
    return (
        <div className="tt-selection-bar" role="toolbar" aria-label={texts.n('editor.selected', chosen.length)}>
            <b>{texts.n('editor.selected', chosen.length)}</b>
            {actions.map(([key, icon, act]) => (
                <button key={key} type="button" aria-label={texts.t(`editor.selection.${key}`)} title={texts.t(`editor.selection.${key}`)} onClick={act}>{icon}</button>
            ))}
        </div>
    );
}
