import type { Output } from '../model/catalogue';
import type { Json, JsonObject } from '../model/json';

/** What one module before the current one offers for mapping. */
export interface Source {
    readonly no: number;
    readonly name: string;
    readonly tint: string;
    readonly icon?: string;
    /** On another route: its fields may be empty here. */
    readonly maybeEmpty: boolean;
    readonly from: 'run' | 'example' | 'none';
    readonly bundles: readonly JsonObject[];
    readonly outputs: readonly Output[];
}

export type Kind = 'text' | 'number' | 'boolean' | 'date' | 'collection' | 'array' | 'empty';

/** One row of the data panel. */
export interface DataField {
    readonly module: number;
    readonly path: readonly string[];
    readonly label: string;
    readonly key: string;
    readonly kind: Kind;
    readonly sample?: Json;
    readonly children: readonly DataField[];
}

/** The tree of a source: what is documented, and beyond it what the sample holds. */
export function fieldsOf(source: Source, bundle: number): readonly DataField[] {
    return level(source.no, [], source.outputs, source.bundles[bundle] ?? source.bundles[0]);
}

/** Follows a path through a sample; brackets count from one and empty brackets mean the first item. */
export function pick(value: Json | undefined, path: readonly string[]): Json | undefined {
    return path.reduce<Json | undefined>((at, segment) => {
        const index = /^\[(\d*)\]$/.exec(segment);
        const holder = !index && Array.isArray(at) ? (at as readonly Json[])[0] : at;
        if (index) return Array.isArray(at) ? (at as readonly Json[])[Number(index[1] || '1') - 1] : undefined;
        return isObject(holder) ? holder[segment] : undefined;
    }, value);
}

export function kindOf(value: Json | undefined): Kind {
    if (value === undefined || value === null) return 'empty';
    if (Array.isArray(value)) return 'array';
    if (typeof value === 'object') return 'collection';
    if (typeof value === 'number') return 'number';
    if (typeof value === 'boolean') return 'boolean';
    return /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value as string) ? 'date' : 'text';
}

export function isObject(value: Json | undefined): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function level(no: number, above: readonly string[], outputs: readonly Output[], sample: Json | undefined): DataField[] {
    const known = new Set(outputs.map((output) => output.key));
    const seen = isObject(sample) ? Object.keys(sample).filter((key) => !known.has(key)) : [];
    const described = outputs.map((output) => field(no, above, output.key, output, isObject(sample) ? sample[output.key] : undefined));
    return [...described, ...seen.map((key) => field(no, above, key, undefined, (sample as JsonObject)[key]))];
}

function field(no: number, above: readonly string[], key: string, output: Output | undefined, sample: Json | undefined): DataField {
    const path = [...above, key];
    const kind = sample === undefined || sample === null ? declared(output) : kindOf(sample);
    const first = Array.isArray(sample) ? (sample as readonly Json[])[0] : undefined;
    const inside = kind === 'array' ? (output?.item?.fields ?? []) : (output?.fields ?? []);
    const children =
        kind === 'array' ? level(no, [...path, '[]'], inside, first) : kind === 'collection' ? level(no, path, inside, sample) : [];
    return { module: no, path, key, label: output?.label ?? key, kind, ...(sample === undefined ? {} : { sample }), children };
}

function declared(output: Output | undefined): Kind {
    const type = output?.type;
    return type === 'number' || type === 'boolean' || type === 'date' || type === 'collection' || type === 'array' ? type : 'text';
}
