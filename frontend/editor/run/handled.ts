import type { Blueprint } from '../model/blueprint';
import type { ModuleRun } from '../model/runs';
import { linksTo } from '../canvas/lookup';
import { errorRoutes } from '../canvas/graph';
import { groupsOf, handlers } from '../canvas/guarded';
import { isDirective } from '../canvas/kinds';
import type { Editing } from '../store/editing';

const MOST = 100;

/** What each directive did in a run: it is no operation of its own, so it is told by the errors that led to it. */
export function directivesOf(b: Blueprint, count: (no: number) => ModuleRun | undefined, kinds: ReadonlyMap<number, readonly string[]>): readonly ModuleRun[] {
    const begun = new Map<number, number>();
    for (const { no } of b.modules) {
        const failed = count(no)?.errors ?? 0;
        const known = kinds.get(no) ?? [];
        for (let at = 0; at < failed; at++) {
            const start = routeFor(b, no, known[at]);
            if (start !== undefined) begun.set(start, (begun.get(start) ?? 0) + 1);
        }
    }
    return b.modules
        .filter((m) => isDirective(m.module))
        .flatMap(({ no }): readonly ModuleRun[] => {
            const behind = linksTo(b, no).filter((link) => !link.error).reduce((sum, link) => sum + (count(link.from)?.ok ?? 0), 0);
            const times = (begun.get(no) ?? 0) + behind;
            return times > 0 ? [{ no, operations: times, ok: times, errors: 0, ms: 0, status: 'ok' }] : [];
        });
}

/** Where the route begins that an error of this kind takes: the module's own first, then its groups', then the scenario's. */
function routeFor(b: Blueprint, no: number, kind: string | undefined): number | undefined {
    const own = errorRoutes(b, no).find((link) => !link.disabled && (!link.errors?.length || kind === undefined || (link.errors as readonly string[]).includes(kind)));
    const groups = groupsOf(b).filter((group) => group.modules.includes(no)).sort((one, other) => one.modules.length - other.modules.length);
    return own?.to ?? groups.flatMap((group) => handlers(b, { kind: 'group', id: group.id }))[0] ?? handlers(b, { kind: 'scenario' })[0];
}

/** Paints the directives of a run that is over. */
export async function markDirectives({ api, draft, runs }: Editing, runId: string): Promise<void> {
    const { blueprint } = draft.document.get();
    if (!blueprint.modules.some((m) => isDirective(m.module))) return;
    const failed = blueprint.modules.filter(({ no }) => (runs.modules.get(no)?.errors ?? 0) > 0 && errorRoutes(blueprint, no).some((link) => link.errors?.length));
    const kinds = await Promise.all(
        failed.map(async ({ no }) => {
            const page = await api.journal(runId, { module: no, limit: MOST }).catch(() => ({ items: [] }));
            return [no, page.items.flatMap((operation) => operation.error?.kind ?? [])] as const;
        }),
    );
    if (runs.current.get()?.id !== runId) return;
    directivesOf(blueprint, (no) => runs.modules.get(no), new Map(kinds)).forEach((module) => runs.modules.set(module.no, module));
}
