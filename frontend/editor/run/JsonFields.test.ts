import { expect, test } from 'vitest';
import { readBack } from './JsonFields';

test.each([
    ['Ada ', 'Ada', 'Ada '],
    ['12', '12', '12'],
    ['12.5', 3, 12.5],
    ['twelve', 3, undefined],
    ['true', false, true],
    ['1', false, undefined],
    ['', null, null],
    ['x', null, 'x'],
    ['[1,2]', [1], [1, 2]],
    ['{"a":1}', [1], undefined],
    ['{"a":', { a: 1 }, undefined],
])('%j in the place of %j is %j', (text, before, expected) => expect(readBack(text, before)).toEqual(expected));
