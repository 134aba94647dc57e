import type { Blueprint, ErrorType, Link, Module } from '../../model/blueprint';
import { applyAll, isRefused } from '../apply';
import { belowOf, CAPSULE, freePlace, sizeOf } from '../boxes';
import type { Change } from '../edits';
import { downstream, errorRoutes, roots } from '../graph';
import { groupOf, handlerStarts, type Guarded } from '../guarded';
import { isDirective } from '../kinds';
import { find, linkOf } from '../lookup';

/** Lets a new module begin a route that handles errors; `errors` are the types it handles, none for all. */
export function handle(b: Blueprint, guarded: Guarded, module: Module, errors: readonly ErrorType[] = []): readonly Change[] {
    return [{ op: 'addModule', module }, ...guard(b, guarded, module.no, errors)];
}

/** Lets a module that is there begin a route that handles errors. */
export function guard(b: Blueprint, guarded: Guarded, to: number, errors: readonly ErrorType[] = []): readonly Change[] {
    switch (guarded.kind) {
        case 'module': {
            const order = (errorRoutes(b, guarded.no).at(-1)?.order ?? 0) + 1;
            const only = errors.length > 0 ? { errors } : {};
            return [...narrowFirst(b, guarded.no, errors), { op: 'addLink', link: { from: guarded.no, to, order, error: true, ...only } }];
        }
        case 'group': {
            const group = groupOf(b, guarded.id);
            return group ? [{ op: 'setGroup', group: { ...group, handler: to } }] : [];
        }
        case 'scenario':
            return [{ op: 'setSetting', key: 'handler', value: to }];
    }
}

/** A new route for some errors only would never be reached behind one that takes all: it goes in front of that one. */
function narrowFirst(b: Blueprint, no: number, errors: readonly ErrorType[]): readonly Change[] {
    const routes = errorRoutes(b, no);
    const all = routes.findIndex((link) => !link.errors?.length && !link.filter);
    if (errors.length === 0 || all < 0) return [];
    const last = (routes.at(-1)?.order ?? 0) + 1;
    return routes.slice(all).map((link, index): Change => ({ op: 'setLink', from: link.from, to: link.to, link: { ...link, order: last + 1 + index } }));
}

/** Gives the routes for errors of a module this order; where each is one decision, they also lie below each other so. */
export function inOrder(b: Blueprint, no: number, starts: readonly number[]): readonly Change[] {
    const links = starts.flatMap((to) => linkOf(b, no, to) ?? []);
    const slips = starts.flatMap((to) => find(b, to) ?? []).filter((m) => isDirective(m.module));
    const places = slips.map((m) => m.at).sort((one, other) => one[1] - other[1]);
    const moves = slips.flatMap((m, index) => (places[index] ? [{ no: m.no, at: places[index] }] : []));
    return [
        ...links.map((link, index): Change => ({ op: 'setLink', from: link.from, to: link.to, link: { ...link, order: index + 1 } })),
        ...(slips.length === starts.length ? [{ op: 'moveModules', moves } as const] : []),
    ];
}

/** Takes the handling of errors away: the modules that only it led to go with it. */
export function unhandle(b: Blueprint, guarded: Guarded, to: number): readonly Change[] {
    const untied = unguard(b, guarded, to);
    const after = applyAll({ name: '', blueprint: b }, untied);
    if (isRefused(after)) return [];
    return [...untied, ...unreached(after.blueprint, to).map((no): Change => ({ op: 'removeModule', no }))];
}

/** What only a route from `start` leads to, itself included; nothing when something else still leads to it. */
export function unreached(b: Blueprint, start: number): readonly number[] {
    const left = downstream(b, ...roots(b).filter((no) => no !== start || handlerStarts(b).has(no)));
    return [...downstream(b, start)].filter((no) => !left.has(no));
}

/** Takes the tie to the handler away and leaves its modules where they are. */
export function unguard(b: Blueprint, guarded: Guarded, to: number): readonly Change[] {
    switch (guarded.kind) {
        case 'module':
            return [{ op: 'removeLink', from: guarded.no, to }];
        case 'group': {
            const group = groupOf(b, guarded.id);
            if (!group) return [];
            const { handler: _handler, ...bare } = group;
            return [{ op: 'setGroup', group: bare }];
        }
        case 'scenario':
            return [{ op: 'setSetting', key: 'handler' }];
    }
}

/** Where the first module of a handler stands: below what it guards. */
export function placeBelow(b: Blueprint, guarded: Guarded, ref: string): readonly [number, number] {
    const besides = guarded.kind === 'module' ? errorRoutes(b, guarded.no).map((link: Link) => link.to) : [];
    const last = besides.map((no) => find(b, no)).at(-1);
    if (last) return freePlace(b, ref, [last.at[0], last.at[1] + sizeOf(last.module).height + 44], new Set(), 16);
    const over = above(b, guarded);
    return freePlace(b, ref, over ? belowOf(over, ref) : [80, 400], new Set(), 16);
}

/** What the handler stands below: the module, the last row of the group, the lowest module of the scenario's left side. */
function above(b: Blueprint, guarded: Guarded): Module | undefined {
    if (guarded.kind === 'module') return find(b, guarded.no);
    const members = guarded.kind === 'group' ? (groupOf(b, guarded.id)?.modules.flatMap((no) => find(b, no) ?? []) ?? []) : b.modules;
    const left = Math.min(...members.map((m) => m.at[0]));
    const bottom = Math.max(...members.map((m) => m.at[1] + sizeOf(m.module).height));
    const first = members[0];
    return first && { ...first, module: '', at: [left, bottom - CAPSULE.height + (guarded.kind === 'group' ? 40 : 0)] };
}

