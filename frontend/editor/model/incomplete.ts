import type { JsonObject } from './json';
import type { RunError } from './runs';

/** A run, or one bundle of it, that stopped at an error and can go on from there. */
export interface Incomplete {
    readonly id: string;
    readonly scenarioId: string;
    readonly scenarioName?: string;
    readonly runId: string;
    readonly module: number;
    readonly moduleName?: string;
    readonly kind: 'run' | 'bundle';
    readonly error?: RunError | null;
    readonly state: 'unresolved' | 'scheduled' | 'running' | 'resolved' | 'dropped';
    readonly attempts: number;
    readonly maxAttempts?: number | null;
    readonly nextTryAt?: string | null;
    readonly createdAt: string;
}

export interface IncompleteDetail extends Incomplete {
    /** What the failing module got. */
    readonly input?: JsonObject | null;
    /** What the modules before it gave out, nearest last. */
    readonly upstream?: readonly { readonly no: number; readonly name?: string; readonly bundle: JsonObject }[];
    readonly effects?: Effects;
}

/** What leaves the house again when a run goes on or is repeated, what is not done again, and what may be sent besides. */
export interface Effects {
    readonly again: readonly EffectLine[];
    readonly kept: readonly EffectLine[];
    readonly next?: readonly EffectLine[];
}

export interface EffectLine {
    readonly no: number;
    readonly name?: string;
    /** create, update, delete, send or read. */
    readonly what: string;
    readonly calls?: number;
}

export interface Resume {
    readonly input?: JsonObject;
    readonly outputs?: Readonly<Record<string, JsonObject>>;
}

/** Whether somebody can still do something about it. */
export const isOpen = (item: Incomplete): boolean => item.state === 'unresolved' || item.state === 'scheduled';
