/** Looks a text up in the reader's language and fills its places `{0}`, `{1}`…; with a number first, by plural form. */
export interface Texts {
    readonly language: string;
    t(key: string, ...args: readonly (string | number)[]): string;
    /** Picks `key.one` or `key.other` by the plural rules of the language; `{0}` is the number. */
    n(key: string, count: number, ...args: readonly (string | number)[]): string;
    has(key: string): boolean;
}

export function texts(language: string, all: Readonly<Record<string, string>>): Texts {
    const plural = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(language);
    const fill = (text: string, args: readonly (string | number)[]): string =>
        text.replace(/\{(\d)\}/g, (place, index: string) => {
            const value = args[Number(index)];
            return value === undefined ? place : typeof value === 'number' ? numbers.format(value) : value;
        });
    return {
        language,
        t: (key, ...args) => fill(all[key] ?? key, args),
        n: (key, count, ...args) => fill(all[`${key}.${plural.select(count)}`] ?? all[`${key}.other`] ?? key, [count, ...args]),
        has: (key) => key in all,
    };
}
