import { describe, expect, it } from 'vitest';
import vectors from 'fixtures/grammar.json';
import { parse } from './grammar';

interface Vector {
    readonly source: string;
    readonly ok: boolean;
    readonly pills?: readonly { readonly from: number; readonly to: number; readonly module: number; readonly path: readonly string[] }[];
    readonly functions?: readonly unknown[];
}

/** The same vectors that the server's parser is held to: both must see the same pills in the same places. */
describe('the shared vectors of the grammar', () => {
    const fitting = (vectors as readonly Vector[]).filter((vector) => vector.ok);
    it.each(fitting.map((vector) => [vector.source, vector] as const))('%s', (_source, vector) => {
        const parsed = parse(vector.source);
        expect(parsed.mistakes).toEqual([]);
        const pills = [...parsed.pills].sort((a, b) => a.from - b.from);
        const wanted = (vector.pills ?? []).map(({ from, to, module, path }) => ({ from, to, module, path }));
        expect(pills).toEqual([...wanted].sort((a, b) => a.from - b.from));
    });
});
