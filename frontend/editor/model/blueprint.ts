import type { Json, JsonObject } from './json';

/** The graph of a scenario as the server keeps it. Immutable: an edit makes a new one. */
export interface Blueprint {
    readonly modules: readonly Module[];
    readonly links: readonly Link[];
    readonly groups: readonly Group[];
    readonly notes: readonly Note[];
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
    /** How a failed call is repeated in its place, before its failure counts. */
    readonly retry?: Retry;
}

export interface Retry {
    /** How often after the first time, from 1. */
    readonly attempts: number;
    /** The wait before the first repetition. */
    readonly seconds: number;
    /** Each wait is twice as long as the one before it. */
    readonly backoff?: boolean;
    /** Types of errors that are worth it; absent for those that pass by themselves. */
    readonly errors?: readonly ErrorType[];
}

export interface Link {
    readonly from: number;
    readonly to: number;
    /** Order among the links that leave the same module, from 1. */
    readonly order: number;
    readonly name?: string;
    readonly filter?: Filter;
    readonly fallback?: boolean;
    readonly disabled?: boolean;
    /** The way from a module that fails to the first module of the route that handles it. */
    readonly error?: boolean;
    /** Only errors of these types take an error link; absent for all. */
    readonly errors?: readonly ErrorType[];
}

/** A frame around modules; with a handler, it handles the failures of any of them. */
export interface Group {
    readonly id: string;
    readonly name?: string;
    /** At least one. */
    readonly modules: readonly number[];
    /** The first module of the route that handles failures. */
    readonly handler?: number;
    readonly tint?: GroupTint;
}

export type GroupTint = 'amber' | 'blue' | 'green' | 'grey' | 'rose';

/** The names that filters, retries and error links use for types of errors. */
export const ERROR_TYPES = [
    'AccountValidationError', 'BundleValidationError', 'ConnectionError', 'DataError', 'DuplicateDataError', 'IncompleteDataError',
    'InconsistencyError', 'MaxFileSizeExceededError', 'MaxResultsExceededError', 'ModuleTimeoutError', 'ScenarioTimeoutError',
    'OperationsLimitExceededError', 'DataSizeLimitExceededError', 'RateLimitError', 'RuntimeError', 'InvalidConfigurationError',
    'InvalidAccessTokenError', 'UnexpectedError', 'ExecutionInterruptedError', 'OutOfSpaceError',
] as const;

export type ErrorType = (typeof ERROR_TYPES)[number];

/** One value that a scenario is given (`{{var.input.name}}`) or gives back; lists of them stand in its settings. */
export interface Parameter {
    readonly name: string;
    readonly label?: string;
    readonly type: ParameterType;
    readonly required?: boolean;
    readonly default?: Json;
    readonly help?: string;
    readonly options?: readonly string[];
    readonly multiline?: boolean;
}

export const PARAMETER_TYPES = [
    'text', 'number', 'integer', 'uinteger', 'boolean', 'date', 'select', 'array', 'collection', 'email', 'url', 'uuid', 'color', 'any',
] as const;

export type ParameterType = (typeof PARAMETER_TYPES)[number];

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

export const EMPTY: Blueprint = { modules: [], links: [], groups: [], notes: [], settings: {} };
