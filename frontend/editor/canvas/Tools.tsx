import { AlignHorizontalDistributeCenter, Hand, Maximize, Minus, MousePointer2, Plus, Settings2, StickyNote } from 'lucide-react';
import { useStore } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** The bar at the lower left: zoom, fit, align, note. */
export function Tools(): ReactNode {
    const { stage, texts, commands, draft, panel } = useEditing();
    const zoom = useStore((state) => Math.round(state.transform[2] * 100));
    const tool = useCell(stage.tool);
    const view = (): ReturnType<typeof stage.view.get> => stage.view.get();
    const button = (key: string, icon: ReactNode, act: () => void, words = false): ReactNode => (
        <button type="button" aria-label={texts.t(`editor.tool.${key}`)} title={texts.t(`editor.tool.${key}`)} onClick={act}>
            {icon}
            {words && <span>{texts.t(`editor.tool.${key}.short`)}</span>}
        </button>
    );
    return (
        <div className="tt-tools" role="toolbar" aria-label={texts.t('editor.tools')}>
            {button('out', <Minus size={16} />, () => view()?.zoom('out'))}
            <button type="button" className="tt-zoom" title={texts.t('editor.tool.reset')} onClick={() => view()?.zoom('reset')}>{texts.t('editor.percent', zoom)}</button>
            {button('in', <Plus size={16} />, () => view()?.zoom('in'))}
            {button('fit', <Maximize size={16} />, () => view()?.fit())}
            {button(tool === 'hand' ? 'select' : 'hand', tool === 'hand' ? <MousePointer2 size={16} /> : <Hand size={16} />, () => stage.tool.set(tool === 'hand' ? 'select' : 'hand'))}
            {!draft.readOnly && button('align', <AlignHorizontalDistributeCenter size={16} />, () => void commands.align(), true)}
            {button('settings', <Settings2 size={16} />, () => panel.set({ kind: 'scenario' }))}
            {!draft.readOnly && button('note', <StickyNote size={16} />, () => commands.note(view()?.middle() ?? [0, 0]), true)}
        </div>
    );
}
