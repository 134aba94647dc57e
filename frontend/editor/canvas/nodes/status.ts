import type { StepStatus } from '../../model/runs';
import { useModule, useProblems, useRunOf } from '../../store/hooks';

/** What a capsule shows: how it fares in the run on the canvas, else what it still needs. */
export type Status = StepStatus | 'idle' | 'setup' | 'invalid' | 'disabled';

/** Problems that only say "this is not filled in yet". */
const TO_FILL: ReadonlySet<string> = new Set(['missing-field', 'missing-connection', 'empty-operand', 'empty-right-operand']);

export function useStatus(no: number): Status {
    const { run, status } = useRunOf(no);
    const disabled = useModule(no)?.disabled ?? false;
    const problems = useProblems(no).filter((p) => p.severity !== 'info');
    if (run && status) return status.status;
    if (disabled) return 'disabled';
    if (problems.length === 0) return 'idle';
    return problems.every((p) => p.severity === 'error' && TO_FILL.has(p.code)) ? 'setup' : 'invalid';
}
