import { describe, expect, test } from 'vitest';
import type { Blueprint, Group, Link, Module } from '../../model/blueprint';
import { EMPTY } from '../../model/blueprint';
import { applyAll, isRefused } from '../apply';
import { overlap, sizeOf } from '../boxes';
import type { Change } from '../edits';
import { errorRoutes, obstacle, outgoing } from '../graph';
import { begins, failingBefore, groupsOf, handlers, onErrorRoute } from '../guarded';
import { branchesInto, joinOf } from '../joins';
import { find } from '../lookup';
import { handle, inOrder, placeBelow, unhandle } from './handle';
import { connect } from './connect';
import { insert, placeIn } from './insert';
import { withMerges } from './merges';
import { removeModules } from './remove';

const module = (no: number, ref = 'http:request', x = no * 328): Module => ({ no, module: ref, version: 1, at: [x, 0], values: {} });
const link = (from: number, to: number, more: Partial<Link> = {}): Link => ({ from, to, order: 1, ...more });
const graph = (modules: readonly Module[], links: readonly Link[], groups: readonly Group[] = []): Blueprint => ({ ...EMPTY, modules, links, groups });
const after = (b: Blueprint, changes: readonly Change[]): Blueprint => {
    const result = applyAll({ name: '', blueprint: b }, changes);
    if (isRefused(result)) throw new Error(result.refused);
    return result.blueprint;
};
const nos = (b: Blueprint): readonly number[] => b.modules.map((m) => m.no).sort((one, other) => one - other);
const chain = graph([module(1, 'webhook:receive'), module(2), module(3)], [link(1, 2), link(2, 3)]);
const guarded = { kind: 'module', no: 2 } as const;
const slip = (no: number, ref = 'error:ignore'): Module => ({ ...module(no, ref), at: placeBelow(chain, guarded, ref) });

describe('a route for the errors of a module', () => {
    const b = after(chain, handle(chain, guarded, slip(4)));
    test('leaves it below and is no way out', () => {
        expect(errorRoutes(b, 2)).toEqual([{ from: 2, to: 4, order: 1, error: true }]);
        expect(outgoing(b, 2).map((l) => l.to)).toEqual([3]);
        const [up, down] = [find(b, 2)!, find(b, 4)!];
        expect(down.at[1]).toBeGreaterThan(up.at[1] + 72);
        expect(down.at[0] + 106).toBe(up.at[0] + 116);
        expect(overlap(up.at, sizeOf(up.module), down.at, sizeOf(down.module), 0)).toBe(false);
    });
    test('for some errors only is tried before one for all', () => {
        const both = after(b, handle(b, guarded, { ...module(5, 'error:break'), at: placeBelow(b, guarded, 'error:break') }, ['RateLimitError']));
        expect(errorRoutes(both, 2).map((l) => l.to)).toEqual([5, 4]);
        expect(find(both, 5)!.at[1]).toBeGreaterThan(find(both, 4)!.at[1] + 48);
    });
    test('changes its place with its order', () => {
        const both = after(b, handle(b, guarded, { ...module(5, 'error:break'), at: placeBelow(b, guarded, 'error:break') }));
        const turned = after(both, inOrder(both, 2, [5, 4]));
        expect(errorRoutes(turned, 2).map((l) => l.to)).toEqual([5, 4]);
        expect([find(turned, 5)!.at, find(turned, 4)!.at]).toEqual([find(both, 4)!.at, find(both, 5)!.at]);
    });
    test('goes with its module, and with itself', () => {
        expect(nos(after(b, removeModules(b, [2], { and: 'and', heal: true })))).toEqual([1, 3]);
        expect(nos(after(b, unhandle(b, guarded, 4)))).toEqual([1, 2, 3]);
    });
    test('takes a module more in front of its end', () => {
        const route = errorRoutes(b, 2)[0]!;
        const more = after(b, insert(b, route, { ...module(5, 'email:send'), at: placeIn(b, route, 'email:send') }, true));
        expect(errorRoutes(more, 2)).toEqual([{ from: 2, to: 5, order: 1, error: true }]);
        expect(outgoing(more, 5)).toEqual([{ from: 5, to: 4, order: 1 }]);
        expect([failingBefore(more, 4), onErrorRoute(more, 4), onErrorRoute(more, 3)]).toEqual([2, true, false]);
    });
    test('ends there: nothing can be linked behind a decision', () => {
        expect(obstacle(b, () => false, 4, 3)).toBe('end');
    });
});

describe('a handler for a group and for the scenario', () => {
    const grouped = graph(chain.modules, chain.links, [{ id: 'g', name: 'G', modules: [2, 3] }]);
    test('is no beginning of the scenario, and is left out when it is gone', () => {
        const one = after(grouped, handle(grouped, { kind: 'group', id: 'g' }, slip(4)));
        const two = after(one, handle(one, { kind: 'scenario' }, module(5, 'email:send', 3000)));
        expect([handlers(two, { kind: 'group', id: 'g' }), handlers(two, { kind: 'scenario' })]).toEqual([[4], [5]]);
        expect(begins(two)).toEqual([1]);
        const gone = after(two, [...unhandle(two, { kind: 'scenario' }, 5), ...unhandle(two, { kind: 'group', id: 'g' }, 4)]);
        expect([nos(gone), groupsOf(gone), gone.settings]).toEqual([[1, 2, 3], [{ id: 'g', name: 'G', modules: [2, 3] }], {}]);
    });
    test('keeps the modules that something else leads to', () => {
        const shared = graph([...chain.modules, module(4, 'email:send')], [...chain.links, link(2, 4, { error: true }), link(3, 4, { error: true })]);
        expect(nos(after(shared, unhandle(shared, guarded, 4)))).toEqual([1, 2, 3, 4]);
    });
});

describe('joins', () => {
    const parted = graph(
        [module(1, 'webhook:receive'), module(2, 'flow:ifElse'), module(3), module(4), module(5, 'flow:merge')],
        [link(1, 2), link(2, 4, { order: 1, fallback: true }), link(2, 3, { order: 2 }), link(3, 5), link(4, 5)],
    );
    test('are where two routes lead', () => {
        expect(joinOf(parted, 2)).toBe(5);
        expect(joinOf(chain, 2)).toBeUndefined();
    });
    test('get one value per branch, by the order of the branches', () => {
        expect(branchesInto(parted, 5).map((l) => l.to)).toEqual([4, 3]);
        expect(branchesInto({ ...parted, links: parted.links.filter((l) => l.from !== 4) }, 5).map((l) => l.to)).toEqual([4, 3]);
        expect(branchesInto(chain, 3)).toEqual([]);
    });
    test('keep each value with its branch when one comes or changes its place', () => {
        const merging = { ...parted, modules: parted.modules.map((m) => (m.no === 5 ? { ...m, values: { outputs: [{ name: 'x', values: ['of 4', 'of 3'] }] } } : m)) };
        const swap: readonly Change[] = [
            { op: 'setLink', from: 2, to: 3, link: link(2, 3, { order: 1 }) },
            { op: 'setLink', from: 2, to: 4, link: link(2, 4, { order: 2, fallback: true }) },
        ];
        const values = (b: Blueprint): unknown => find(b, 5)?.values['outputs'];
        const swapped = after(merging, withMerges(merging, swap));
        expect(values(swapped)).toEqual([{ name: 'x', values: ['of 3', 'of 4'] }]);
        const more = after(swapped, withMerges(swapped, [{ op: 'addModule', module: module(6) }, ...connect({ ...swapped, modules: [...swapped.modules, module(6)] }, 2, 6, () => 9)]));
        expect(values(more)).toEqual([{ name: 'x', values: ['of 3', '', 'of 4'] }]);
        const shorter = graph([...swapped.modules, module(7)], [...swapped.links.filter((l) => l.to !== 3), link(2, 7), link(7, 3)]);
        const healed = after(shorter, withMerges(shorter, removeModules(shorter, [7], { and: 'and', heal: true })));
        expect(values(healed)).toEqual([{ name: 'x', values: ['of 3', 'of 4'] }]);
        const less = after(more, withMerges(more, removeModules(more, [3], { and: 'and', heal: false })));
        expect(values(less)).toEqual([{ name: 'x', values: ['', 'of 4'] }]);
    });
});
