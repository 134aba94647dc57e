import { follow } from '../api/events';
import { ENDED, type LinkRun, type ModuleRun, type Run, type RunDetail } from '../model/runs';
import type { Editing } from '../store/editing';
import { linkKey, type Capture, type Runs } from '../store/runs';
import { markDirectives } from './handled';

/** How often the state is asked for besides the stream, ms. */
const WATCH = 2500;

type OfRun<T> = T & { readonly run: string };

/** Paints what the server streams about this scenario's test runs (or about one run). Gives back how to stop. */
export function live(editing: Editing): () => void {
    const { api, runs, draft, mode, props } = editing;
    const path = mode === 'run' ? `/runs/${props.runId}/events` : `/scenarios/${draft.scenarioId}/events`;
    const mine = (id: string): boolean => runs.current.get()?.id === id;
    const again = (): void => {
        const run = runs.current.get();
        if (run) void refresh(editing, run.id);
        if (mode === 'draft') void api.draft(draft.scenarioId).then(({ revision }) => draft.heard(revision), () => undefined);
    };
    const stop = follow(`${api.base}/api/v1${path}`, {
        run: (data) => {
            const run = data as Run;
            if (mine(run.id) ? !ended(runs.current.get()) : run.test || mode === 'run') runs.begin(run);
        },
        module: (data) => {
            const event = data as OfRun<ModuleRun>;
            if (mine(event.run)) runs.modules.set(event.no, event);
        },
        link: (data) => {
            const event = data as OfRun<LinkRun>;
            if (mine(event.run)) runs.links.set(linkKey(event.from, event.to), event);
        },
        capture: (data) => runs.capture.set((data as { state: Capture }).state),
        draft: (data) => draft.heard((data as { revision: number }).revision),
        end: (data) => {
            if (mine((data as Run).id)) void finish(editing, data as Run);
        },
    }, again);
    const watch = setInterval(() => {
        const run = runs.current.get();
        if (document.hidden) return;
        if (run && !ended(run)) void refresh(editing, run.id);
        else if (!run && runs.capture.get() === 'waiting') void findCaptured(editing);
    }, WATCH);
    return () => {
        stop();
        clearInterval(watch);
    };
}

const ended = (run: Run | null): boolean => run !== null && ENDED.has(run.status);

/** Asks how a run stands: after it ended, and now and then in case the stream was lost. */
export async function refresh({ api, runs }: Editing, id: string): Promise<void> {
    const run = await api.runOf(id).catch(() => null);
    if (!run || runs.current.get()?.id !== id) return;
    take(runs, run);
    runs.current.set(run);
}

/** The run that a captured request started, should the stream have missed it. */
async function findCaptured({ api, draft, runs }: Editing): Promise<void> {
    const [run] = await api.runs(draft.scenarioId, 1).catch(() => []);
    if (run?.test && run.id !== runs.captureAfter.get() && !runs.current.get()) runs.begin(run);
}

async function finish(editing: Editing, run: Run): Promise<void> {
    const { runs, announce, texts } = editing;
    await refresh(editing, run.id);
    if (runs.current.get()?.id === run.id && !ended(runs.current.get())) runs.current.set(run);
    markSkipped(editing);
    void markDirectives(editing, run.id);
    announce(texts.t(`editor.run.state.${run.status}`) + `. ${texts.n('editor.run.operations', run.operations)}`);
}

/** Puts the counts of a run onto the canvas. Where the run came through, an error was handled or made good: no failure. */
export function take(runs: Runs, run: RunDetail): void {
    const through = run.status === 'success' || run.status === 'warning';
    for (const module of run.modules ?? []) runs.modules.set(module.no, through && module.status === 'error' ? { ...module, status: 'warning' } : module);
    for (const link of run.links ?? []) runs.links.set(linkKey(link.from, link.to), link);
}

/** Modules that a finished run did not reach are painted as skipped, not left as if nothing had run. */
export function markSkipped({ runs, draft }: Editing): void {
    for (const { no } of draft.document.get().blueprint.modules) {
        const status = runs.modules.get(no)?.status;
        if (!status || status === 'queued' || status === 'running') {
            runs.modules.set(no, { no, operations: 0, ok: 0, errors: 0, ms: 0, status: 'skipped' });
        }
    }
}
