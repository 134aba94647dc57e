import type { ModuleSpec } from '../../model/catalogue';

/** Letters without accents and case: `Réponse` is found by `reponse`. */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

export interface Entry {
    readonly spec: ModuleSpec;
    /** Everything the entry is found by, folded: names in both languages, app, key words. */
    readonly words: string;
    readonly name: string;
}

export function index(specs: readonly ModuleSpec[], others: readonly ModuleSpec[]): readonly Entry[] {
    const other = new Map(others.map((spec) => [spec.ref, spec]));
    const words = (spec: ModuleSpec | undefined): readonly string[] => (spec ? [spec.name, spec.appName, ...(spec.keywords ?? [])] : []);
    return specs.map((spec) => ({ spec, name: fold(spec.name), words: fold([...words(spec), ...words(other.get(spec.ref)), spec.ref].join(' ')) }));
}

/** Entries that hold every word of the query; those whose name starts with it come first. */
export function search(entries: readonly Entry[], query: string): readonly ModuleSpec[] {
    const wanted = fold(query).split(/\s+/).filter(Boolean);
    const hits = entries.filter(({ words }) => wanted.every((word) => words.includes(word)));
    const first = wanted.join(' ');
    const rank = ({ name, words }: Entry): number => {
        if (name.startsWith(first)) return 0;
        if (name.includes(first)) return 1;
        return wanted.every((word) => ` ${words}`.includes(` ${word}`)) ? 2 : 3;
    };
    return [...hits].sort((one, other) => rank(one) - rank(other)).map(({ spec }) => spec);
}
