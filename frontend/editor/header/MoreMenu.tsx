import { CopyPlus, Download, Ellipsis, Keyboard, RotateCcw, Settings2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { Menu } from '../ui/Menu';

/** What is done less often: settings, duplicate, export, discard, shortcuts. */
export function MoreMenu(): ReactNode {
    const { texts, draft, api, stage, props, panel } = useEditing();
    const { live, changes } = useCell(draft.facts);
    const duplicate = async (): Promise<void> => {
        await draft.flush();
        const { name, blueprint } = draft.document.get();
        const { id } = await api.create({ name: texts.t('editor.copyOf', name), blueprint });
        window.location.assign(`${props.basePath}/scenarios/${id}`);
    };
    const download = (): void => {
        const { name, blueprint } = draft.document.get();
        const link = document.createElement('a');
        link.href = URL.createObjectURL(new Blob([JSON.stringify(blueprint, null, 2)], { type: 'application/json' }));
        link.download = `${name}.json`;
        link.click();
        URL.revokeObjectURL(link.href);
    };
    return (
        <Menu
            label={texts.t('editor.more')}
            className="tt-icon-btn"
            align="end"
            opener={<Ellipsis size={18} />}
            entries={[
                { label: texts.t('editor.settings'), icon: <Settings2 size={16} />, act: () => panel.set({ kind: 'scenario' }) },
                { label: texts.t('editor.more.duplicate'), icon: <CopyPlus size={16} />, act: () => void duplicate() },
                { label: texts.t('editor.more.export'), icon: <Download size={16} />, act: download },
                { label: texts.t('editor.more.discard'), icon: <RotateCcw size={16} />, disabled: !live || changes === 0, act: () => stage.question.set({ kind: 'discard' }) },
                { label: texts.t('editor.more.shortcuts'), icon: <Keyboard size={16} />, hint: '?', act: () => stage.question.set({ kind: 'shortcuts' }) },
            ]}
        />
    );
}
