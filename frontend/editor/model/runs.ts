import type { Json, JsonObject } from './json';

export type RunStatus =
    | 'queued' | 'running' | 'waiting' | 'incomplete' | 'success' | 'warning' | 'error' | 'stopped';

export interface Run {
    readonly id: string;
    readonly scenarioId: string;
    readonly scenarioName?: string;
    readonly version: number | null;
    readonly test: boolean;
    readonly status: RunStatus;
    readonly trigger?: 'webhook' | 'schedule' | 'manual' | 'api' | 'replay';
    readonly startedAt: string;
    readonly endedAt?: string | null;
    readonly ms?: number | null;
    readonly operations: number;
    readonly bytes?: number;
    readonly error?: RunError | null;
    readonly replayOf?: string | null;
}

export interface RunError {
    readonly module?: number | null;
    readonly moduleName?: string | null;
    readonly kind?: string;
    readonly message: string;
    readonly detail?: string | null;
    readonly advice?: string | null;
}

export type StepStatus = 'queued' | 'running' | 'ok' | 'warning' | 'error' | 'waiting' | 'skipped';

/** Where one module stands in a run. */
export interface ModuleRun {
    readonly no: number;
    readonly operations: number;
    readonly ok: number;
    readonly errors: number;
    readonly ms: number;
    readonly status: StepStatus;
}

/** A run with what each module and link did. */
export interface RunDetail extends Run {
    readonly modules?: readonly ModuleRun[];
    readonly links?: readonly LinkRun[];
}

/** How many bundles a link let through, and how many its filter held back. */
export interface LinkRun {
    readonly from: number;
    readonly to: number;
    readonly passed: number;
    readonly rejected: number;
}

export interface Operation {
    readonly seq: number;
    readonly path: string;
    readonly module: number;
    readonly kind: 'call' | 'filter' | 'iterate' | 'aggregate' | 'router' | 'variable';
    readonly index?: number;
    readonly status: 'ok' | 'error' | 'waiting' | 'rejected' | 'passed';
    readonly startedAt?: string;
    readonly ms?: number;
    readonly input?: JsonObject;
    readonly output?: readonly JsonObject[];
    readonly link?: { readonly from: number; readonly to: number };
    readonly rows?: readonly (readonly ConditionTrace[])[];
    readonly error?: RunError;
}

export interface ConditionTrace {
    readonly a?: Json;
    readonly o?: string;
    readonly b?: Json;
    readonly passed: boolean;
    readonly reason?: string;
}

export const ENDED: ReadonlySet<RunStatus> = new Set<RunStatus>(['incomplete', 'success', 'warning', 'error', 'stopped']);
