import { expect, test } from 'vitest';
import { EMPTY, type Blueprint } from '../model/blueprint';
import { renumber, used, users } from './references';

const up = (no: number): number => no + 10;

test.each([
    ['{{1.a}}', '{{11.a}}'],
    ['Hi {{1.a}} and {{ 2.b.c }}', 'Hi {{11.a}} and {{ 12.b.c }}'],
    ['{{upper(1.name; 3.5; "1.a")}}', '{{upper(11.name; 3.5; "1.a")}}'],
    ['{{1.`odd key`}} {{1.list[]}}', '{{11.`odd key`}} {{11.list[]}}'],
    ['1.a outside stays', '1.a outside stays'],
    ['{{a1.b}}', '{{a1.b}}'],
])('%s becomes %s', (before, after) => {
    expect(renumber(before, up)).toBe(after);
});

test('finds who uses a module, in fields and filters', () => {
    const at = [0, 0] as const;
    const b: Blueprint = {
        ...EMPTY,
        modules: [
            { no: 2, module: 'x:y', version: 1, at, values: { url: '{{1.a}}', list: [{ name: '{{1.b}}' }], plain: 'a' } },
            { no: 3, module: 'x:y', version: 1, at, values: {} },
        ],
        links: [{ from: 2, to: 3, order: 1, filter: { conditions: [[{ a: '{{1.c}}', o: 'exist' }]] } }],
    };
    expect(users(b, new Set([1]))).toEqual([{ no: 2, key: 'url' }, { no: 2, key: 'list' }, { no: 3, key: 'filter' }]);
    expect([...used(b.modules[0]?.values)]).toEqual([1]);
});
