import { describe, expect, it } from 'vitest';
import { fieldsOf, pick, type Source } from './fields';
import { labelOf, reference } from './reference';

const source: Source = {
    no: 1,
    name: 'Form received',
    tint: '#000',
    maybeEmpty: false,
    from: 'run',
    bundles: [{ name: 'Ada', lines: [{ total: 5 }, { total: 7 }], 'due date': '2026-12-05T00:00:00Z' }],
    outputs: [{ key: 'name', label: 'Name', type: 'text' }],
};

describe('the fields of a module', () => {
    it('joins what is documented with what the sample holds', () => {
        const rows = fieldsOf(source, 0);
        expect(rows.map((row) => [row.label, row.kind])).toEqual([
            ['Name', 'text'],
            ['lines', 'array'],
            ['due date', 'date'],
        ]);
        expect(rows[1]?.children.map((row) => row.path)).toEqual([['lines', '[]', 'total']]);
    });

    it('writes and follows references', () => {
        expect(reference(1, ['due date'])).toBe('1.`due date`');
        expect(reference(1, ['lines', '[2]', 'total'])).toBe('1.lines[2].total');
        expect(reference(3, [])).toBe('`3`');
        expect(labelOf(1, ['lines', '[]'])).toBe('lines[]');
        expect(pick(source.bundles[0], ['lines', '[2]', 'total'])).toBe(7);
        expect(pick(source.bundles[0], ['lines', 'total'])).toBe(5);
    });
});
