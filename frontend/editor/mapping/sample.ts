import type { Json } from '../model/json';

const LONGEST = 60;

/** A value in one short line, for rows, pills and completions. */
export function show(value: Json | undefined): string {
    if (value === undefined || value === null) return '';
    const text = typeof value === 'string' ? value : Array.isArray(value) ? `[${value.length}]` : typeof value === 'object' ? '{…}' : String(value);
    const line = text.replace(/\s+/g, ' ');
    return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
