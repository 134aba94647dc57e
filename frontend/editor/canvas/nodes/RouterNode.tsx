import type { NodeProps } from '@xyflow/react';
import { memo, type ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useModule } from '../../store/hooks';
import { IF_ELSE, MERGE, ROUTER } from '../kinds';
import { nameOf } from '../words';
import { Bubble } from './Bubble';
import { Ends } from './Ends';
import { Plus } from './Plus';
import { useLabel } from './label';
import { useStatus } from './status';
import type { ModuleNode } from './types';

/** Three ways part; one of two is taken; two ways come together. */
const SIGNS: Readonly<Record<string, string>> = {
    [ROUTER]: 'M4 12h6M10 12c4 0 4-7 10-7M10 12h10M10 12c4 0 4 7 10 7',
    [IF_ELSE]: 'M3 12h4M12 7l5 5-5 5-5-5zM14.5 9.500c2-3 3-4.500 6-4.500M14.500 14.500c2 3 3 4.500 6 4.500',
    [MERGE]: 'M4 5c6 0 6 7 10 7M4 19c6 0 6-7 10-7M14 12h6',
};

/** A disc where routes part or come together. */
function RouterDisc({ data: { no } }: NodeProps<ModuleNode>): ReactNode {
    const { specs, stage, focused } = useEditing();
    const module = useModule(no);
    const status = useStatus(no);
    const label = useLabel(no, status);
    const tabbable = useCell(focused, (focus) => focus === no);
    const target = useCell(stage.connecting, (line) => (line && line.from !== no ? (line.obstacles.get(no) ?? 'free') : undefined));
    const moving = useCell(stage.moving, (move) => move?.no === no);
    if (!module) return null;
    return (
        <div className="tt-router" data-testid={`module-${no}`} data-no={no} data-status={status} data-target={target} data-off={module.disabled || undefined} data-moving={moving || undefined}>
            <button type="button" className="tt-capsule-main" title={nameOf(module, specs)} tabIndex={tabbable ? 0 : -1} aria-label={`${nameOf(module, specs)}, ${label}`} onFocus={() => focused.set(no)}>
                <svg width={28} height={28} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth={1.75} strokeLinecap="round" aria-hidden="true">
                    <path d={SIGNS[module.module] ?? SIGNS[ROUTER]} />
                </svg>
                <span className="tt-no">{no}</span>
            </button>
            {module.name && <span className="tt-router-name">{module.name}</span>}
            <Bubble no={no} status={status} />
            <Ends />
            <Plus no={no} />
        </div>
    );
}

export const RouterNode = memo(RouterDisc, (before, now) => before.id === now.id && before.selected === now.selected);
