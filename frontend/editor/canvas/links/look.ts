import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useKeyed } from '../../store/keyed';
import { linkKey } from '../../store/runs';

export type LinkLook = 'idle' | 'signal' | 'ok' | 'skipped';

/** A link's colour: it follows the run on the canvas. */
export function useLinkLook(from: number, to: number): LinkLook {
    const { runs } = useEditing();
    const painted = useCell(runs.current, (run) => run !== null);
    const start = useKeyed(runs.modules, from)?.status;
    const end = useKeyed(runs.modules, to)?.status;
    const counts = useKeyed(runs.links, linkKey(from, to));
    if (!painted || !start) return 'idle';
    if (end === 'running' || end === 'queued') return 'signal';
    if (counts) return counts.passed > 0 ? 'ok' : 'skipped';
    if (!end) return 'idle';
    return end === 'skipped' || start === 'skipped' ? 'skipped' : 'ok';
}
