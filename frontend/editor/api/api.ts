import type { Edit } from '../canvas/edits';
import type { Blueprint } from '../model/blueprint';
import type { ModuleSpec } from '../model/catalogue';
import type { DraftAnswer, Problem, VersionAnswer } from '../model/draft';
import type { Effects, Incomplete, IncompleteDetail, Resume } from '../model/incomplete';
import type { Json, JsonObject } from '../model/json';
import type { Operation, Run, RunDetail } from '../model/runs';
import { http, type Http } from './http';

export interface Csrf {
    readonly header: string;
    readonly token: string;
}

export interface Me {
    readonly name: string;
    readonly email: string;
    readonly role?: string;
    readonly language: string;
    readonly theme: 'light' | 'dark' | 'system' | '';
    /** What everything that changes something has to send along; absent for a bearer token. */
    readonly csrf: Csrf | null;
}

export interface Saved {
    readonly revision: number;
    readonly problems: readonly Problem[];
    readonly changes?: number;
}

export interface RunOnce {
    readonly version?: 'draft' | 'live';
    readonly data?: Json;
    readonly capture?: boolean;
}

/** Which version of the scenario a replay runs: what is live, the draft, or the one that ran. */
export type ReplayVersion = 'live' | 'draft' | 'same';

export interface Replay {
    readonly version?: ReplayVersion;
    readonly data?: readonly JsonObject[];
    readonly from?: number;
}

export interface ImportAnswer {
    readonly scenarioId: string;
    readonly report: {
        readonly modules: readonly { readonly id: number; readonly module: string; readonly grade: 'exact' | 'approximate' | 'unsupported'; readonly notes: readonly string[] }[];
        readonly todo: readonly string[];
    };
}

export interface Started {
    readonly runId?: string;
    readonly status: string;
}

export interface Published {
    readonly version: number;
    readonly on: boolean;
    readonly webhookUrl?: string;
}

/** The documented REST API, as far as the editor uses it. There is no other door. */
export interface Api {
    readonly base: string;
    /** For calls this interface does not name. */
    readonly http: Http;
    modules(): Promise<readonly ModuleSpec[]>;
    draft(id: string): Promise<DraftAnswer>;
    sendEdits(id: string, baseRevision: number, edits: readonly Edit[], keepalive?: boolean): Promise<Saved>;
    discard(id: string): Promise<DraftAnswer>;
    publish(id: string, turnOn: boolean, note: string): Promise<Published>;
    turn(id: string, on: boolean): Promise<unknown>;
    versions(id: string): Promise<readonly VersionAnswer[]>;
    version(id: string, version: number): Promise<VersionAnswer & { readonly blueprint: Blueprint }>;
    restore(id: string, version: number): Promise<DraftAnswer>;
    create(body: { readonly name?: string; readonly blueprint?: Blueprint; readonly starter?: string }): Promise<{ readonly id: string }>;
    run(id: string, ask: RunOnce): Promise<Started>;
    remove(id: string): Promise<unknown>;
    /** Makes a scenario of another tool's file; the body is the file itself. */
    importFile(text: string): Promise<ImportAnswer>;
    stopCapture(id: string): Promise<unknown>;
    stop(runId: string): Promise<unknown>;
    runs(scenario: string, limit: number): Promise<readonly Run[]>;
    runOf(runId: string): Promise<RunDetail>;
    runBlueprint(runId: string): Promise<{ readonly blueprint: Blueprint } | Blueprint>;
    replay(runId: string, ask?: Replay): Promise<{ readonly runId: string }>;
    incompletes(scenario: string): Promise<readonly Incomplete[]>;
    incomplete(id: string): Promise<IncompleteDetail>;
    /** The run that goes on; none while it waits for room. */
    resume(id: string, corrected: Resume): Promise<{ readonly runId?: string | null }>;
    /** What a repetition from a module on would send. */
    replayEffects(runId: string, from: number): Promise<Effects>;
    dropIncomplete(id: string): Promise<unknown>;
    journal(runId: string, query: { module?: number; inputs?: boolean; after?: number; limit?: number }): Promise<Page<Operation>>;
}

export interface Page<T> {
    readonly items: readonly T[];
    readonly next?: string | number | null;
}

/** Asks who is here first: the answer carries the language and the token that writes need. */
export async function connect(base: string): Promise<{ api: Api; me: Me }> {
    const me = await http(base, { csrf: null, language: '' })<Me>('/me');
    return { api: api(base, http(base, me)), me };
}

function api(base: string, ask: Http): Api {
    const post = <T>(path: string, body: unknown = {}): Promise<T> => ask<T>(path, { method: 'POST', body });
    return {
        base,
        http: ask,
        modules: () => ask<Page<ModuleSpec>>('/modules').then((page) => page.items),
        draft: (id) => ask(`/scenarios/${id}/draft`),
        sendEdits: (id, baseRevision, edits, keepalive = false) =>
            ask(`/scenarios/${id}/draft/edits`, { method: 'POST', body: { baseRevision, edits }, keepalive }),
        discard: (id) => post(`/scenarios/${id}/draft/discard`),
        publish: (id, turnOn, note) => post(`/scenarios/${id}/publish`, note ? { turnOn, note } : { turnOn }),
        turn: (id, on) => post(`/scenarios/${id}/${on ? 'on' : 'off'}`),
        versions: (id) => ask<Page<VersionAnswer>>(`/scenarios/${id}/versions`).then((page) => page.items),
        version: (id, version) => ask(`/scenarios/${id}/versions/${version}`),
        restore: (id, version) => post(`/scenarios/${id}/versions/${version}/restore`),
        create: (body) => post('/scenarios', body),
        run: (id, body) => post(`/scenarios/${id}/run`, body),
        remove: (id) => ask(`/scenarios/${id}`, { method: 'DELETE' }),
        importFile: (text) => ask('/import', { method: 'POST', raw: text }),
        stopCapture: (id) => post(`/scenarios/${id}/stop-capture`),
        stop: (runId) => post(`/runs/${runId}/stop`),
        runs: (scenario, limit) => ask<Page<Run>>(`/runs?scenario=${scenario}&limit=${limit}`).then((page) => page.items),
        runOf: (runId) => ask(`/runs/${runId}`),
        runBlueprint: (runId) => ask(`/runs/${runId}/blueprint`),
        replay: (runId, body = {}) => post(`/runs/${runId}/replay`, body),
        incompletes: (scenario) => ask<Page<Incomplete>>(`/incompletes?scenario=${scenario}`).then((page) => page.items),
        incomplete: (id) => ask<{ readonly item: Incomplete } & Omit<IncompleteDetail, keyof Incomplete>>(`/incompletes/${id}`).then(({ item, ...rest }) => ({ ...item, ...rest })),
        replayEffects: (runId, from) => ask(`/runs/${runId}/effects?from=${from}`),
        resume: (id, body) => post(`/incompletes/${id}/retry`, body),
        dropIncomplete: (id) => post(`/incompletes/${id}/drop`),
        journal: (runId, query) => ask(`/runs/${runId}/journal?${new URLSearchParams(words(query))}`),
    };
}

function words(query: Readonly<Record<string, string | number | boolean | undefined>>): Record<string, string> {
    return Object.fromEntries(
        Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
    );
}
