import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import type { MenuAsk } from '../../store/stage';
import { MenuList } from '../../ui/MenuList';
import { Popover } from '../../ui/Popover';
import { useFailEntries } from './failEntries';
import { useModuleEntries } from './moduleEntries';

/** The menu that is open on the canvas: of a module, or of what happens if something fails. */
export function CanvasMenu(): ReactNode {
    const { stage, draft } = useEditing();
    const ask = useCell(stage.menu);
    if (!ask || draft.readOnly) return null;
    return <MenuAt key={`${ask.x},${ask.y},${ask.page.kind}`} ask={ask} />;
}

function MenuAt({ ask }: { readonly ask: MenuAsk }): ReactNode {
    const { stage } = useEditing();
    const box = useRef<HTMLDivElement>(null);
    const [place, setPlace] = useState({ left: 0, top: 0 });
    useLayoutEffect(() => {
        const canvas = document.querySelector('.tt-canvas')?.getBoundingClientRect();
        const menu = box.current?.firstElementChild?.getBoundingClientRect();
        if (!canvas || !menu) return;
        const fit = (at: number, size: number, start: number, end: number): number => Math.max(start + 8, Math.min(at, end - size - 8)) - start;
        setPlace({ left: fit(ask.x, menu.width, canvas.left, canvas.right), top: fit(ask.y, menu.height, canvas.top, canvas.bottom) });
    }, [ask]);
    const close = (): void => {
        if (stage.menu.get() === ask) stage.menu.set(null);
    };
    return (
        <div ref={box} className="tt-canvas-menu" style={place}>
            {ask.page.kind === 'module' ? <ModuleMenu no={ask.page.no} ask={ask} onClose={close} /> : <FailMenu ask={ask} onClose={close} />}
        </div>
    );
}

function ModuleMenu({ no, ask, onClose }: { readonly no: number; readonly ask: MenuAsk; readonly onClose: () => void }): ReactNode {
    const { texts } = useEditing();
    return (
        <Popover label={texts.t('editor.menu.module')} className="tt-menu" testid="module-menu" onClose={onClose}>
            <MenuList label={texts.t('editor.menu.module')} entries={useModuleEntries(no, ask)} />
        </Popover>
    );
}

function FailMenu({ ask, onClose }: { readonly ask: MenuAsk; readonly onClose: () => void }): ReactNode {
    const { texts } = useEditing();
    const guarded = ask.page.kind === 'fails' ? ask.page.guarded : ({ kind: 'scenario' } as const);
    const title = texts.t(`editor.fails.title.${guarded.kind}`);
    return (
        <Popover label={title} className="tt-menu tt-fail-menu" testid="fail-menu" onClose={onClose}>
            <p className="tt-menu-title">{title}</p>
            <MenuList label={title} entries={useFailEntries(guarded, ask)} />
        </Popover>
    );
}
