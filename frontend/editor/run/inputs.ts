import type { Parameter } from '../model/blueprint';
import { isObject } from '../mapping/fields';
import type { Json, JsonObject } from '../model/json';

/** The inputs a scenario declares in its settings. */
export const inputsOf = (settings: JsonObject): readonly Parameter[] => {
    const value = settings['inputs'];
    return Array.isArray(value) ? (value.filter(isObject) as unknown as readonly Parameter[]) : [];
};

const NUMBERS: ReadonlySet<string> = new Set(['number', 'integer', 'uinteger']);
const WRITTEN_AS_JSON: ReadonlySet<string> = new Set(['array', 'collection']);

/** What was typed, as the type of the input means it; `undefined` where nothing was, `null` where it does not fit. */
export function typedAs(parameter: Parameter, text: string): Json | undefined {
    if (text.trim() === '') return undefined;
    if (NUMBERS.has(parameter.type)) return number(parameter.type, text);
    if (parameter.type === 'boolean') return text === 'true';
    if (WRITTEN_AS_JSON.has(parameter.type)) return json(text, parameter.type === 'array');
    if (parameter.type === 'any') return json(text) ?? text;
    return text;
}

function number(type: string, text: string): number | null {
    const value = Number(text.replace(',', '.'));
    const fits = Number.isFinite(value) && (type === 'number' || Number.isInteger(value)) && (type !== 'uinteger' || value >= 0);
    return fits ? value : null;
}

function json(text: string, list?: boolean): Json {
    try {
        const value = JSON.parse(text) as Json;
        return list === undefined || (list ? Array.isArray(value) : isObject(value)) ? value : null;
    } catch {
        return null;
    }
}
