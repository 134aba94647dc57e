import { ENDED } from '../model/runs';
import type { Editing } from '../store/editing';
import { markDirectives } from './handled';
import { markSkipped, take } from './live';

/** Paints a run that is over, or as far as it is, from what was kept of it. */
export async function paint(editing: Editing, runId: string): Promise<void> {
    const { api, runs } = editing;
    const run = await api.runOf(runId);
    runs.begin(run);
    take(runs, run);
    if (!ENDED.has(run.status)) return;
    markSkipped(editing);
    await markDirectives(editing, runId);
}
