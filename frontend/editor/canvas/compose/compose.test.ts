import { describe, expect, test } from 'vitest';
import type { Blueprint, Link, Module } from '../../model/blueprint';
import { EMPTY } from '../../model/blueprint';
import { applyAll, isRefused } from '../apply';
import { overlap, sizeOf } from '../boxes';
import type { Change } from '../edits';
import { obstacle } from '../graph';
import { find, linkOf } from '../lookup';
import { connect } from './connect';
import { copyOf, fragmentIn } from './fragment';
import { insert, placeIn } from './insert';
import { paste } from './paste';
import { removeModules } from './remove';

const module = (no: number, x: number, more: Partial<Module> = {}): Module => ({ no, module: 'http:request', version: 1, at: [x, 0], values: {}, ...more });
const link = (from: number, to: number, more: Partial<Link> = {}): Link => ({ from, to, order: 1, ...more });
const only = (name: string, a: string): Link['filter'] => ({ name, conditions: [[{ a, o: 'exist' }]] });
const graph = (modules: readonly Module[], links: readonly Link[]): Blueprint => ({ ...EMPTY, modules, links });
const after = (b: Blueprint, changes: readonly Change[]): Blueprint => {
    const result = applyAll({ name: '', blueprint: b }, changes);
    if (isRefused(result)) throw new Error(result.refused);
    return result.blueprint;
};
const ways = (b: Blueprint): readonly string[] => b.links.map((l) => `${l.from}-${l.to}`).sort();
const counter = (from: number) => () => from++;

const chain = graph([module(1, 0, { module: 'webhook:receive' }), module(2, 328), module(3, 656)], [link(1, 2, { filter: only('A', '{{1.a}}')! }), link(2, 3, { filter: only('B', '{{2.b}}')! })]);

describe('connect', () => {
    test('a second link out of a module puts a router there and keeps the first path as route 1', () => {
        const b = after(graph([...chain.modules, module(4, 656, { at: [656, 200] })], chain.links), connect(graph([...chain.modules, module(4, 656, { at: [656, 200] })], chain.links), 2, 4, counter(5)));
        expect(ways(b)).toEqual(['1-2', '2-5', '5-3', '5-4']);
        expect(linkOf(b, 5, 3)).toMatchObject({ order: 1, filter: { name: 'B' } });
        expect(linkOf(b, 5, 4)).toMatchObject({ order: 2 });
        expect(find(b, 3)?.at[0]).toBe(656 + 64 + 96);
    });
    test('a route more goes before the fallback', () => {
        const b = graph([module(1, 0, { module: 'flow:router' }), module(2, 328), module(3, 656), module(4, 900)], [link(1, 2), link(1, 3, { order: 2, fallback: true })]);
        const now = after(b, connect(b, 1, 4, counter(5)));
        expect(linkOf(now, 1, 4)?.order).toBe(2);
        expect(linkOf(now, 1, 3)?.order).toBe(3);
    });
    test.each([[3, 1, 'trigger'], [3, 2, 'loop'], [1, 2, 'linked'], [2, 2, 'self'], [1, 3, null]])('from %i to %i: %s', (from, to, why) => {
        expect(obstacle(chain, (ref) => ref === 'webhook:receive', from, to)).toBe(why);
    });
});

describe('insert', () => {
    const fresh = module(4, 0, { module: 'json:parse', at: placeIn(chain, linkOf(chain, 1, 2)!, 'json:parse') });
    const b = after(chain, insert(chain, linkOf(chain, 1, 2)!, fresh, true));
    test('keeps the filter before the new module', () => {
        expect(ways(b)).toEqual(['1-4', '2-3', '4-2']);
        expect(linkOf(b, 1, 4)?.filter?.name).toBe('A');
        expect(linkOf(b, 4, 2)?.filter).toBeUndefined();
    });
    test('moves what follows so that nothing overlaps', () => {
        for (const one of b.modules) {
            for (const other of b.modules) {
                if (one.no < other.no) expect(overlap(one.at, sizeOf(one.module), other.at, sizeOf(other.module), 0)).toBe(false);
            }
        }
    });
});

describe('delete and heal', () => {
    const how = { and: 'and', heal: true };
    test('joins the neighbours and both filters', () => {
        const b = after(chain, removeModules(chain, [2], how));
        expect(linkOf(b, 1, 3)?.filter).toEqual({ name: 'A and B', conditions: [[{ a: '{{1.a}}', o: 'exist' }, { a: '{{2.b}}', o: 'exist' }]] });
    });
    test('without healing leaves the gap', () => {
        expect(ways(after(chain, removeModules(chain, [2], { ...how, heal: false })))).toEqual([]);
    });
    test('several in a row heal over all of them', () => {
        const four = graph([...chain.modules, module(4, 984)], [...chain.links, link(3, 4)]);
        expect(ways(after(four, removeModules(four, [2, 3], how)))).toEqual(['1-4']);
    });
    const routed = graph(
        [module(1, 0), module(2, 328, { module: 'flow:router' }), module(3, 656), module(4, 656), module(5, 984), module(6, 984)],
        [link(1, 2), link(2, 3), link(2, 4, { order: 2 }), link(4, 5), link(3, 6), link(4, 6)],
    );
    test('a router keeps the chosen route; what only the others reach goes', () => {
        const b = after(routed, removeModules(routed, [2], { ...how, keep: 3 }));
        expect(b.modules.map((m) => m.no)).toEqual([1, 3, 6]);
        expect(ways(b)).toEqual(['1-3', '3-6']);
    });
    test('a router can take all routes along', () => {
        expect(after(routed, removeModules(routed, [2], { ...how, keep: null })).modules.map((m) => m.no)).toEqual([1]);
    });
});

describe('copy and paste', () => {
    const source = graph([module(1, 0, { module: 'webhook:receive' }), module(2, 328, { values: { url: 'x/{{1.id}}' } }), module(3, 656, { values: { body: '{{2.data}} {{1.id}}' } })], [link(1, 2), link(2, 3)]);
    const fragment = fragmentIn(JSON.stringify(copyOf(source, 's1', new Set([2, 3]))));
    test('gives new numbers and follows inner references', () => {
        const pasted = paste(source, fragment!, [0, 400], 's1', counter(10), () => 'n');
        const b = after(source, pasted.changes);
        expect(find(b, 11)?.values).toEqual({ body: '{{10.data}} {{1.id}}' });
        expect(linkOf(b, 10, 11)).toBeDefined();
        expect(find(b, 10)?.at).toEqual([0, 400]);
    });
    test('in another scenario an outer reference follows to the one module of its kind', () => {
        const other = graph([module(7, 0, { module: 'webhook:receive' })], []);
        const b = after(other, paste(other, fragment!, [0, 400], 's2', counter(10), () => 'n').changes);
        expect(find(b, 10)?.values).toEqual({ url: 'x/{{7.id}}' });
    });
    test.each(['', 'hello', '[1]', '{"kind":"other"}'])('takes nothing from %j', (text) => {
        expect(fragmentIn(text)).toBeNull();
    });
});
