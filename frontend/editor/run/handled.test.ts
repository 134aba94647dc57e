import { expect, test } from 'vitest';
import type { Blueprint, Link, Module } from '../model/blueprint';
import { EMPTY } from '../model/blueprint';
import type { ModuleRun } from '../model/runs';
import { directivesOf } from './handled';

const module = (no: number, ref: string): Module => ({ no, module: ref, version: 1, at: [no * 300, 0], values: {} });
const link = (from: number, to: number, more: Partial<Link> = {}): Link => ({ from, to, order: 1, ...more });
const did = (no: number, ok: number, errors: number): readonly [number, ModuleRun] => [no, { no, operations: ok + errors, ok, errors, ms: 0, status: errors ? 'warning' : 'ok' }];

const b: Blueprint = {
    ...EMPTY,
    modules: [module(1, 'json:parse'), module(2, 'http:request'), module(3, 'error:resume'), module(4, 'email:send'), module(5, 'error:break'), module(6, 'http:request'), module(7, 'error:ignore'), module(8, 'error:rollback')],
    links: [link(1, 2), link(2, 3, { error: true, errors: ['DataError'] }), link(2, 4, { error: true, order: 2 }), link(4, 5), link(2, 6)],
    groups: [{ id: 'g', modules: [6], handler: 7 }],
    settings: { handler: 8 },
};

test('every error leads to the decision of the route it takes', () => {
    const counts = new Map([did(1, 5, 0), did(2, 1, 3), did(4, 2, 0), did(6, 0, 1)]);
    const done = directivesOf(b, (no) => counts.get(no), new Map([[2, ['RateLimitError', 'DataError', 'ConnectionError']]]));
    expect(done.map(({ no, operations, status }) => [no, operations, status])).toEqual([[3, 1, 'ok'], [5, 2, 'ok'], [7, 1, 'ok']]);
});

test('what nobody else handles comes to the handler of the scenario', () => {
    const counts = new Map([did(1, 0, 2)]);
    expect(directivesOf(b, (no) => counts.get(no), new Map()).map(({ no }) => no)).toEqual([8]);
});
