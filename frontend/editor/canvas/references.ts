import type { Blueprint } from '../model/blueprint';
import type { Json } from '../model/json';

const MAPPED = /\{\{([\s\S]*?)\}\}/g;
/** Quoted text inside a mapping is skipped; else a module number with a path behind it. */
const REFERENCE = /("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?<![\w.`])(\d+)(?=\.[^\d\s])/g;

/** The text with its module numbers exchanged; a number `change` knows nothing about stays. */
export function renumber(text: string, change: (no: number) => number | undefined): string {
    return text.replace(MAPPED, (whole) =>
        whole.replace(REFERENCE, (token, quoted: string | undefined, no: string | undefined) =>
            quoted !== undefined || no === undefined ? token : String(change(Number(no)) ?? no),
        ),
    );
}

export function renumberAll(value: Json, change: (no: number) => number | undefined): Json {
    if (typeof value === 'string') return renumber(value, change);
    if (Array.isArray(value)) return value.map((item: Json) => renumberAll(item, change));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, renumberAll(item as Json, change)]));
}

/** The numbers of the modules whose data a value uses. */
export function used(value: Json | undefined): ReadonlySet<number> {
    const found = new Set<number>();
    if (value !== undefined) renumberAll(value, (no) => (found.add(no), undefined));
    return found;
}

/** Fields and filters of other modules that use data of the given ones. */
export function users(b: Blueprint, nos: ReadonlySet<number>): readonly { readonly no: number; readonly key: string }[] {
    const hit = (value: Json): boolean => [...used(value)].some((no) => nos.has(no));
    const fields = b.modules
        .filter((m) => !nos.has(m.no))
        .flatMap((m) => Object.entries(m.values).filter(([, value]) => hit(value)).map(([key]) => ({ no: m.no, key })));
    const filters = b.links
        .filter((l) => !nos.has(l.to) && l.filter && hit(l.filter.conditions as unknown as Json))
        .map((l) => ({ no: l.to, key: 'filter' }));
    return [...fields, ...filters];
}
