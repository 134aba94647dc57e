import type { NodeProps } from '@xyflow/react';
import { Archive, ArrowRight, CircleStop, CornerDownRight, RotateCw, Undo2, type LucideIcon } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import type { Module } from '../../model/blueprint';
import type { Texts } from '../../i18n/texts';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useModule } from '../../store/hooks';
import { decisionOf, type Decision } from '../commands/fail';
import { Bubble } from './Bubble';
import { Ends } from './Ends';
import { useLabel } from './label';
import { useStatus } from './status';
import type { ModuleNode } from './types';

export const DECISION_ICONS: Readonly<Record<Decision, LucideIcon>> = {
    retry: RotateCw, keep: Archive, resume: CornerDownRight, ignore: ArrowRight, commit: CircleStop, rollback: Undo2,
};

/** The end of an error route: a small slip that says what happens to the bundle and the run. */
function DirectiveSlip({ data: { no } }: NodeProps<ModuleNode>): ReactNode {
    const { texts, stage, focused } = useEditing();
    const module = useModule(no);
    const status = useStatus(no);
    const label = useLabel(no, status);
    const tabbable = useCell(focused, (focus) => focus === no);
    const target = useCell(stage.connecting, (line) => (line && line.from !== no ? (line.obstacles.get(no) ?? 'free') : undefined));
    const moving = useCell(stage.moving, (move) => move?.no === no);
    const fresh = useCell(stage.fresh, (last) => last === no);
    if (!module) return null;
    const decision = decisionOf(module);
    const Icon = DECISION_ICONS[decision];
    return (
        <div className="tt-capsule tt-slip" data-testid={`module-${no}`} data-no={no} data-status={status} data-off={module.disabled || undefined} data-target={target} data-moving={moving || undefined} data-fresh={fresh || undefined}>
            <button type="button" className="tt-capsule-main" tabIndex={tabbable ? 0 : -1} onFocus={() => focused.set(no)}>
                <span className="tt-capsule-disc"><Icon size={18} strokeWidth={2} /><span className="tt-no">{no}</span></span>
                <span className="tt-capsule-text">
                    <b>{module.name ?? texts.t(`editor.fails.${decision}`)}</b>
                    <span>{decisionWords(module, decision, texts)}</span>
                </span>
                <span className="tt-heard">{label}</span>
            </button>
            <Bubble no={no} status={status} />
            <Ends />
        </div>
    );
}

/** The second line: for a retry how often and when, else what it means in a few words. */
function decisionWords(module: Module, decision: Decision, texts: Texts): string {
    if (decision !== 'retry') return texts.t(`editor.fails.${decision}.short`);
    const count = Number(module.values['attempts'] ?? 3);
    const minutes = Number(module.values['minutes'] ?? 15);
    return Number.isFinite(count) && Number.isFinite(minutes) ? texts.n('editor.fails.retry.times', count, minutes) : texts.t('editor.fails.retry.short');
}

export const Directive = memo(DirectiveSlip, (before, now) => before.id === now.id && before.selected === now.selected);
