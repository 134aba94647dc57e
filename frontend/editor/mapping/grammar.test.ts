import { describe, expect, it } from 'vitest';
import { parse } from './grammar';

const pillsOf = (source: string): readonly (readonly [number, string])[] => parse(source).pills.map((pill) => [pill.module, pill.path.join('/')]);
const mistakesOf = (source: string): readonly string[] => parse(source).mistakes.map((mistake) => mistake.key);

describe('the grammar of mappings', () => {
    it('finds pills in text', () => {
        const parsed = parse('Hello {{1.name}}, you owe {{12.total}}.');
        expect(parsed.pills).toEqual([
            { from: 8, to: 14, module: 1, path: ['name'] },
            { from: 28, to: 36, module: 12, path: ['total'] },
        ]);
        expect(parsed.expressions.map((expression) => expression.only?.module)).toEqual([1, 12]);
        expect(parsed.mistakes).toEqual([]);
    });

    it('reads brackets, quoted names and computed indexes', () => {
        expect(pillsOf('{{7.data.choices[].message}}')).toEqual([[7, 'data/choices/[]/message']]);
        expect(pillsOf('{{1.`Customer Name`}}')).toEqual([[1, 'Customer Name']]);
        expect(pillsOf('{{`3`}}')).toEqual([[3, '']]);
        expect(pillsOf('{{1.lines[2].total}}')).toEqual([[1, 'lines/[2]/total']]);
    });

    it('reads functions with empty arguments, operators and nested calls', () => {
        expect(mistakesOf('{{formatDate(now; "D MMMM"; )}}')).toEqual([]);
        expect(mistakesOf('{{(1.a + 2.b) * -3 % 2 >= 5 & 1.c != ""}}')).toEqual([]);
        expect(parse('{{upper(trim(1.name))}}').calls.map((call) => call.name)).toEqual(['trim', 'upper']);
        expect(mistakesOf('{{replace(1.a; """"; "}}")}}')).toEqual([]);
    });

    it('names the place of a mistake', () => {
        expect(parse('{{upper(1.name}}').mistakes).toEqual([{ from: 2, to: 8, key: 'mapping.mistake.bracket', about: 'upper' }]);
        expect(mistakesOf('Hello {{1.name')).toEqual(['mapping.mistake.unclosed']);
        expect(mistakesOf('{{1 + }}')).toEqual(['mapping.mistake.missing']);
        expect(mistakesOf('{{1.name 2}}')).toEqual(['mapping.mistake.unexpected']);
        expect(mistakesOf('{{1.a # 2}}')).toEqual(['mapping.mistake.character']);
    });

    it('stops at a depth a browser can bear', () => {
        expect(mistakesOf(`{{${'('.repeat(5000)}1${')'.repeat(5000)}}}`)).toEqual(['mapping.mistake.deep']);
    });

    it('knows decimals from paths', () => {
        expect(pillsOf('{{1.5 + 1.a}}')).toEqual([[1, 'a']]);
        expect(pillsOf('{{1.`0`}}')).toEqual([[1, '0']]);
    });
});
