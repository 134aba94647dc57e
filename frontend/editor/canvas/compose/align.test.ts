import { expect, test } from 'vitest';
import type { Blueprint, Link, Module } from '../../model/blueprint';
import { EMPTY } from '../../model/blueprint';
import { applyAll, isRefused } from '../apply';
import { overlap, sizeOf } from '../boxes';
import { find } from '../lookup';
import { align } from './align';

const module = (no: number, ref: string, x: number, y: number): Module => ({ no, module: ref, version: 1, at: [x, y], values: {} });
const link = (from: number, to: number, more: Partial<Link> = {}): Link => ({ from, to, order: 1, ...more });

test('routes for errors come to lie below what they guard, and nothing covers anything', async () => {
    const b: Blueprint = {
        ...EMPTY,
        modules: [
            module(1, 'webhook:receive', 0, 0), module(2, 'http:request', 40, 10), module(3, 'webhook:reply', 90, 30), module(4, 'email:send', 50, 20),
            module(5, 'error:break', 380, 32), module(6, 'error:ignore', 60, 40), module(7, 'error:ignore', 10, 10), module(8, 'email:send', 0, 0),
        ],
        links: [link(1, 2), link(2, 3), link(2, 4, { error: true }), link(4, 5), link(2, 6, { error: true, order: 2 }), link(3, 7, { error: true })],
        settings: { handler: 8 },
    };
    const after = applyAll({ name: '', blueprint: b }, await align(b, new Set()));
    if (isRefused(after)) throw new Error(after.refused);
    const at = (no: number): readonly [number, number] => find(after.blueprint, no)!.at;
    expect([at(1)[1], at(2)[1], at(3)[1]]).toEqual([0, 0, 0]);
    expect([at(4)[1] > 72, at(6)[1] > at(4)[1], at(7)[1] > 72, at(8)[1] > 72]).toEqual([true, true, true, true]);
    expect(at(5)[0] - at(4)[0]).toBe(330);
    for (const one of after.blueprint.modules) {
        for (const other of after.blueprint.modules) {
            if (one.no < other.no) expect(overlap(one.at, sizeOf(one.module), other.at, sizeOf(other.module), 0), `${one.no} over ${other.no}`).toBe(false);
        }
    }
});
