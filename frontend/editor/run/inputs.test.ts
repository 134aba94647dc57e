import { expect, test } from 'vitest';
import type { ParameterType } from '../model/blueprint';
import { typedAs } from './inputs';

test.each<[ParameterType, string, unknown]>([
    ['text', 'Ada', 'Ada'],
    ['text', ' ', undefined],
    ['number', '12,5', 12.5],
    ['integer', '12.5', null],
    ['uinteger', '-1', null],
    ['uinteger', '7', 7],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['array', '[1]', [1]],
    ['array', '{}', null],
    ['collection', '{"a":1}', { a: 1 }],
    ['collection', '[', null],
    ['any', '{"a":1}', { a: 1 }],
    ['any', 'Ada', 'Ada'],
])('%s from %j is %j', (type, text, expected) => expect(typedAs({ name: 'x', type }, text)).toEqual(expected));
