import type { DataField } from './fields';
import { show } from './sample';

/** Without accents and case, so that "Facture é" is found by "facture e". */
export function plain(text: string): string {
    return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}

/** The rows whose label, key or value contains the words, with the parents that lead to them. */
export function keepMatching(rows: readonly DataField[], words: string): readonly DataField[] {
    if (words === '') return rows;
    return rows.flatMap((row) => {
        const own = [row.label, row.key, show(row.sample)].some((text) => plain(text).includes(words));
        const children = keepMatching(row.children, words);
        return own ? [row] : children.length > 0 ? [{ ...row, children }] : [];
    });
}
