import { Problem } from '../api/problem';
import { begins } from '../canvas/guarded';
import { find } from '../canvas/lookup';
import type { Module } from '../model/blueprint';
import type { Json, JsonObject } from '../model/json';
import { ENDED, type Run } from '../model/runs';
import { inputsOf } from './inputs';
import type { Editing } from '../store/editing';

export const WEBHOOK = 'webhook:receive';
export const REPLY = 'webhook:reply';
export const SCHEDULE = 'schedule:clock';

/** The module that starts the scenario: a trigger, else the first module. */
export function startOf({ draft, specs }: Editing): Module | undefined {
    const { blueprint } = draft.document.get();
    const first = begins(blueprint).flatMap((no) => find(blueprint, no) ?? []);
    return first.find((m) => specs.get(m.module)?.kind === 'trigger') ?? first[0];
}

/** Run once: a webhook waits for its next request, everything else starts at once, or asks for the inputs it takes. */
export async function runOnce(editing: Editing): Promise<void> {
    const { panel, runs, stage, fields } = editing;
    if (running(runs.current.get()) || editing.draft.readOnly) return;
    if (startOf(editing)?.module !== WEBHOOK) {
        if (inputsOf(editing.draft.document.get().blueprint.settings).length > 0) return stage.question.set({ kind: 'inputs' });
        return startWith(editing, undefined);
    }
    runs.clear();
    stage.picker.set(null);
    fields.active.set(null);
    panel.set({ kind: 'request' });
    await attempt(editing, async ({ api, draft }) => {
        const [newest] = await api.runs(draft.scenarioId, 1).catch(() => []);
        runs.captureAfter.set(newest?.id ?? '');
        await api.run(draft.scenarioId, { version: 'draft', capture: true });
        // Said only now: whoever sees it may send a request at once.
        if (!runs.current.get()) runs.capture.set('waiting');
    });
}

/** Runs the draft at once with the given bundle. */
export async function startWith(editing: Editing, data: Json | undefined): Promise<void> {
    await attempt(editing, async ({ api, draft, runs }) => {
        const { runId } = await api.run(draft.scenarioId, { version: 'draft', ...(data === undefined ? {} : { data }) });
        if (runId) runs.begin(runs.current.get()?.id === runId ? (runs.current.get() ?? begun(runId, draft.scenarioId)) : begun(runId, draft.scenarioId));
    });
}

export async function stop(editing: Editing): Promise<void> {
    const { api, runs, draft } = editing;
    const run = runs.current.get();
    if (runs.capture.get() === 'waiting') {
        runs.capture.set('none');
        await api.stopCapture(draft.scenarioId).catch(() => undefined);
    } else if (run) await api.stop(run.id).catch(() => undefined);
}

/** The bundle the trigger gave out in the newest run that has one. */
export async function lastRequest({ api, draft }: Editing, trigger: number): Promise<JsonObject | null> {
    for (const run of await api.runs(draft.scenarioId, 10)) {
        if (run.trigger !== 'webhook' && run.trigger !== 'replay') continue;
        const page = await api.journal(run.id, { module: trigger, limit: 1 });
        const bundle = page.items[0]?.output?.[0];
        if (bundle) return bundle;
    }
    return null;
}

export const running = (run: Run | null): boolean => run !== null && !ENDED.has(run.status);

async function attempt(editing: Editing, act: (editing: Editing) => Promise<void>): Promise<void> {
    try {
        await editing.draft.flush();
        await act(editing);
    } catch (cause) {
        editing.runs.capture.set('none');
        if (cause instanceof Problem && cause.code === 'draft-has-errors') editing.stage.problemsOpen.set(true);
        editing.toast.set({ text: cause instanceof Problem ? cause.message : String(cause), actions: [] });
    }
}

/** A run that was asked for and of which nothing is known yet. */
export const begun = (id: string, scenarioId: string): Run => ({
    id, scenarioId, version: null, test: true, status: 'queued', trigger: 'manual', startedAt: new Date().toISOString(), operations: 0,
});
