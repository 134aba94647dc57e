import type { NodeProps } from '@xyflow/react';
import { Clock, Zap } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { NameField } from '../../panel/NameField';
import { SCHEDULE } from '../../run/start';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useModule, useSpec } from '../../store/hooks';
import { ModuleIcon } from '../../ui/ModuleIcon';
import { linksTo } from '../lookup';
import { kindOf, nameOf } from '../words';
import { Bubble } from './Bubble';
import { Ends } from './Ends';
import { FailHandle } from './FailHandle';
import { Plus } from './Plus';
import { useLabel } from './label';
import { useStatus } from './status';
import type { ModuleNode } from './types';

/** A module: a rounded card with its disc, its name and what it does. */
function CapsuleNode({ data: { no } }: NodeProps<ModuleNode>): ReactNode {
    const { specs, texts, stage, commands, focused, draft } = useEditing();
    const module = useModule(no);
    const spec = useSpec(module?.module ?? '');
    const status = useStatus(no);
    const label = useLabel(no, status);
    const tabbable = useCell(focused, (focus) => focus === no);
    const target = useCell(stage.connecting, (line) => (line && line.from !== no ? (line.obstacles.get(no) ?? 'free') : undefined));
    const naming = useCell(stage.renaming, (renamed) => renamed === no);
    const moving = useCell(stage.moving, (move) => move?.no === no);
    const fresh = useCell(stage.fresh, (last) => last === no);
    const flash = useCell(stage.flash, (nos) => nos.has(no));
    const joined = useCell(draft.document, ({ blueprint }) => linksTo(blueprint, no).filter((link) => !link.error).length > 1);
    if (!module) return null;
    const name = nameOf(module, specs);
    return (
        <div
            className="tt-capsule" data-testid={`module-${no}`} data-no={no} data-status={status} data-off={module.disabled || undefined}
            data-target={target} data-moving={moving || undefined} data-flash={flash || undefined} data-fresh={fresh || undefined} data-inert={!spec || undefined}
            title={target && target !== 'free' ? texts.t(`editor.obstacle.${target}`) : undefined}
        >
            <button type="button" className="tt-capsule-main" tabIndex={tabbable ? 0 : -1} onFocus={() => focused.set(no)} onDoubleClick={() => stage.renaming.set(no)}>
                <span className="tt-capsule-disc" style={{ background: spec?.tint ?? 'var(--tint-8)' }}>
                    <ModuleIcon name={spec?.icon ?? 'box'} size={26} />
                    {spec?.kind === 'trigger' && <span className="tt-bolt">{spec.polling || module.module === SCHEDULE ? <Clock size={12} strokeWidth={2.5} /> : <Zap size={12} fill="currentColor" strokeWidth={0} />}</span>}
                    <span className="tt-no">{no}</span>
                </span>
                <span className="tt-capsule-text">
                    {!naming && <b>{name}</b>}
                    {!naming && <span>{module.disabled ? texts.t('editor.module.disabled') : kindOf(module, specs)}</span>}
                </span>
                <span className="tt-heard">{label}</span>
            </button>
            {naming && <NameField value={module.name ?? name} label={texts.t('editor.rename')} onName={(next) => commands.rename(no, next)} onDone={() => stage.renaming.set(null)} />}
            <Bubble no={no} status={status} />
            {joined && <span className="tt-join" title={texts.t('editor.join')} />}
            <Ends />
            <Plus no={no} />
            <FailHandle no={no} />
        </div>
    );
}

export const Capsule = memo(CapsuleNode, (before, now) => before.id === now.id && before.selected === now.selected);
