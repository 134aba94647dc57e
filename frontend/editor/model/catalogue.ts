import type { Json, JsonObject } from './json';

/** One entry of the module catalogue, texts already in the reader's language. */
export interface ModuleSpec {
    readonly ref: string;
    readonly version: number;
    readonly app: string;
    readonly appName: string;
    readonly name: string;
    readonly help?: string;
    readonly kind: ModuleKind;
    readonly icon: string;
    readonly tint: string;
    readonly keywords?: readonly string[];
    readonly effect?: string;
    readonly fields: readonly Field[];
    readonly outputs: readonly Output[];
    readonly example?: JsonObject;
    readonly connectionTypes?: readonly string[];
    readonly connectionRequired?: boolean;
    /** A trigger that asks for what is new: it remembers where it stopped. */
    readonly polling?: boolean;
}

export type ModuleKind = 'trigger' | 'action' | 'search' | 'logic' | 'iterator' | 'aggregator' | 'router' | 'directive';

export type FieldType =
    | 'text' | 'number' | 'boolean' | 'select' | 'date' | 'any' | 'json' | 'collection' | 'array' | 'keyvalue' | 'file'
    | 'filter' | 'schedule' | 'webhook' | 'datastore' | 'structure' | 'scenario' | 'module' | 'duration';

export interface Field {
    readonly key: string;
    readonly label: string;
    readonly help?: string;
    readonly type: FieldType;
    readonly required?: boolean;
    readonly advanced?: boolean;
    readonly default?: Json;
    readonly mappable?: boolean;
    readonly options?: readonly { readonly value: string; readonly label: string }[];
    /** The parts of a collection, or of each item of a list. */
    readonly fields?: readonly Field[];
    /** The items of a list of plain values. */
    readonly item?: Field;
    readonly showIf?: { readonly field: string; readonly values: readonly Json[] };
    readonly multiline?: boolean;
    readonly min?: number;
    readonly max?: number;
    readonly unit?: string;
    readonly placeholder?: string;
}

export interface Output {
    readonly key: string;
    readonly label: string;
    readonly type: string;
    readonly fields?: readonly Output[];
    readonly item?: Output;
}
