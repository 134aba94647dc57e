import { Plus } from 'lucide-react';
import { useEditing } from '../../store/editing';
import type { MenuListEntry } from '../../ui/MenuList';
import { DECISIONS } from '../commands/fail';
import type { Guarded } from '../guarded';
import { DECISION_ICONS } from '../nodes/Directive';

/** What can be decided about errors, and the way to do something else first. */
export function useFailEntries(guarded: Guarded, at: { readonly x: number; readonly y: number }): readonly MenuListEntry[] {
    const { texts, stage, commands } = useEditing();
    const close = (): void => stage.menu.set(null);
    const decisions = DECISIONS.filter((decision) => decision !== 'resume' || guarded.kind === 'module').map((decision): MenuListEntry => {
        const Icon = DECISION_ICONS[decision];
        return {
            key: `fails-${decision}`,
            label: texts.t(`editor.fails.${decision}`),
            help: texts.t(`editor.fails.${decision}.help`),
            icon: <Icon size={16} />,
            act: () => (close(), void commands.decide(guarded, decision)),
        };
    });
    return [
        ...decisions,
        {
            key: 'fails-other',
            label: texts.t('editor.fails.other'),
            help: texts.t('editor.fails.other.help'),
            icon: <Plus size={16} />,
            act: () => (close(), stage.picker.set({ x: at.x, y: at.y, guards: guarded })),
        },
    ];
}
