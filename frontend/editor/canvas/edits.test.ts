import cases from 'fixtures/edits.json';
import { describe, expect, test } from 'vitest';
import { applyAll, isRefused } from './apply';
import type { Document, Edit } from './edits';
import { inverseAll } from './inverse';

interface Case {
    readonly name: string;
    readonly before: Document;
    readonly edits: readonly Edit[];
    readonly after?: Document;
    readonly error?: { readonly index: number; readonly code: string };
}

const all = cases as unknown as readonly Case[];
const bare = ({ name, blueprint }: Document): Document => ({ name, blueprint });
const inOrder = ({ name, blueprint: b }: Document): unknown => ({
    name,
    modules: [...b.modules].sort((one, other) => one.no - other.no),
    links: [...b.links].sort((one, other) => one.from - other.from || one.to - other.to),
    notes: [...b.notes].sort((one, other) => one.id.localeCompare(other.id)),
    settings: b.settings,
});

describe('the editor does to a blueprint what the server does', () => {
    test.each(all)('$name', ({ before, edits, after, error }) => {
        const result = applyAll(bare(before), edits);
        if (error) expect(result).toEqual({ refused: error.code, index: error.index });
        else expect(result).toEqual(after && bare(after));
    });
});

describe('undo takes every step back', () => {
    test.each(all.filter((one) => one.after))('$name', ({ before, edits }) => {
        const after = applyAll(bare(before), edits);
        if (isRefused(after)) throw new Error(after.refused);
        const back = applyAll(after, inverseAll(bare(before), edits));
        if (isRefused(back)) throw new Error(back.refused);
        expect(inOrder(back)).toEqual(inOrder(bare(before)));
    });
});
