import type { Json, JsonObject } from './json';

/** The graph of a scenario as the server keeps it. Immutable: an edit makes a new one. */
export interface Blueprint {
    readonly modules: readonly Module[];
    readonly links: readonly Link[];
    readonly notes: readonly Note[];
    readonly groups?: readonly Group[];
    readonly settings: JsonObject;
}

export type Point = readonly [x: number, y: number];

export interface Module {
    /** Never used twice in one scenario: mappings refer to it. */
    readonly no: number;
    /** `app:operation`, for example `http:request`. */
    readonly module: string;
    readonly version: number;
    readonly name?: string;
    readonly at: Point;
    readonly values: JsonObject;
    readonly connection?: string;
    readonly disabled?: boolean;
    readonly retry?: Retry;
}

export interface Retry { readonly attempts: number; readonly seconds: number; readonly backoff?: boolean; readonly errors?: readonly string[] }
export interface Group { readonly id: string; readonly name: string; readonly modules: readonly number[]; readonly handler?: number; readonly tint?: string }

export interface Link {
    readonly from: number;
    readonly to: number;
    /** Order among the links that leave the same module, from 1. */
    readonly order: number;
    readonly name?: string;
    readonly filter?: Filter;
    readonly fallback?: boolean;
    readonly disabled?: boolean;
    readonly error?: boolean;
    readonly errors?: readonly string[];
}

/** Groups of rows: a bundle passes when all rows of any group hold. */
export interface Filter {
    readonly name?: string;
    readonly conditions: readonly (readonly Row[])[];
}

export interface Row {
    readonly a?: Json;
    readonly o: string;
    readonly b?: Json;
}

export type NoteTint = 'amber' | 'green' | 'blue' | 'grey';

export interface Note {
    readonly id: string;
    readonly at: Point;
    readonly size: readonly [width: number, height: number];
    readonly text: string;
    readonly tint: string;
    readonly module?: number;
}

export const EMPTY: Blueprint = { modules: [], links: [], notes: [], settings: {} };
