import { expect, test } from 'vitest';
import { asNumbers, hasTwin, OPERATORS, withCase } from './operators';

test('offers every comparison of the mapping language', () => {
    const all = OPERATORS.flatMap((group) => group.operators).flatMap((operator) => (hasTwin(operator) ? [operator, withCase(operator, true)] : [operator]));
    expect(all).toHaveLength(2 + 20 + 6 + 6 + 6 + 2 + 4 + 6 + 6);
    expect(new Set(all).size).toBe(all.length);
});

test.each([
    ['text:equal', true, 'text:equal:ci'],
    ['text:notpattern:ci', false, 'text:notpattern'],
    ['number:greater', true, 'number:greater'],
    ['array:contain', true, 'array:contain:ci'],
    ['exist', true, 'exist'],
])('%s with case ignored %s is %s', (operator, ignore, expected) => expect(withCase(operator, ignore)).toBe(expected));

test.each([
    ['text:equal', 500, '500', 'number:equal'],
    ['text:notequal:ci', '12,5', '12.50', 'number:notequal'],
    ['text:equal', undefined, '500', 'number:equal'],
    ['text:equal', 'Ada', '500', undefined],
    ['text:equal', 500, 'Ada', undefined],
    ['text:contain', 500, '5', undefined],
    ['number:greater', 500, '5', undefined],
])('%s of %j and %j should be %s', (operator, a, b, expected) => expect(asNumbers(operator, a, b)).toBe(expected));
