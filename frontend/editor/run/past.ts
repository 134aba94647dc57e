import type { LinkRun } from '../model/runs';
import { ENDED } from '../model/runs';
import type { Editing } from '../store/editing';
import { linkKey } from '../store/runs';
import { markSkipped } from './live';

/** Paints a run that is over, or as far as it is, from what was kept of it. */
export async function paint(editing: Editing, runId: string): Promise<void> {
    const { api, runs } = editing;
    const run = await api.runOf(runId);
    runs.begin(run);
    for (const module of run.modules ?? []) runs.modules.set(module.no, module);
    if (ENDED.has(run.status)) markSkipped(editing);
    const journal = await api.journal(runId, { limit: 500 }).catch(() => null);
    const links = new Map<string, LinkRun>();
    for (const { kind, link, status } of journal?.items ?? []) {
        if (kind !== 'filter' || !link) continue;
        const key = linkKey(link.from, link.to);
        const now = links.get(key) ?? { ...link, passed: 0, rejected: 0 };
        const passed = status === 'passed' || status === 'ok';
        links.set(key, { ...now, passed: now.passed + Number(passed), rejected: now.rejected + Number(!passed) });
    }
    links.forEach((value, key) => runs.links.set(key, value));
}
