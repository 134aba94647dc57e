import type { Editing } from '../../store/editing';
import { downstream, upstream } from '../graph';

/** Numbers of the chosen modules. A module that has the focus and is not among them is meant alone. */
export function chosen({ selection, focused }: Editing): ReadonlySet<number> {
    const nos = new Set([...selection.get()].filter((id) => /^\d+$/.test(id)).map(Number));
    const focus = focused.get();
    return focus === null || nos.has(focus) ? nos : new Set([focus]);
}

export function selectAll({ draft, selection }: Editing): void {
    const { blueprint } = draft.document.get();
    selection.set(new Set([...blueprint.modules.map((m) => String(m.no)), ...blueprint.notes.map((n) => `note:${n.id}`)]));
}

/** Everything before or after the focused module. */
export function selectAlong({ draft, selection, focused }: Editing, way: 'before' | 'after'): void {
    const no = focused.get();
    if (no === null) return;
    const { blueprint } = draft.document.get();
    const nos = way === 'after' ? downstream(blueprint, no) : upstream(blueprint, no);
    selection.set(new Set([...nos].map(String)));
}
