import type { Blueprint, Link, Module, Point } from '../../model/blueprint';
import { find } from '../lookup';
import { belowOf, GAP, rightOf, sizeOf } from '../boxes';
import type { Change } from '../edits';
import { makeRoom } from './shift';

/** Where a module of this kind goes when it is put into a link: the middle of a long one, else right of its start. */
export function placeIn(b: Blueprint, link: Link, ref: string): Point {
    const from = find(b, link.from);
    const to = find(b, link.to);
    if (!from || !to) return [0, 0];
    if (link.error) return belowOf(from, ref);
    const near = rightOf(from, ref);
    const end = from.at[0] + sizeOf(from.module).width;
    const width = sizeOf(ref).width;
    const room = to.at[0] - end - width;
    return room >= 2 * GAP ? [end + room / 2, near[1] + (to.at[1] - from.at[1]) / 2] : near;
}

/** Puts a module, new or loose, into a link. The link's filter stays before it; what follows makes room. */
export function insert(b: Blueprint, link: Link, module: Module, isNew: boolean): readonly Change[] {
    const { filter: _filter, name: _name, fallback: _fallback, error: _error, errors: _errors, ...rest } = link;
    return [
        ...makeRoom(b, module.module, module.at, link.to),
        isNew ? { op: 'addModule', module } : { op: 'moveModules', moves: [{ no: module.no, at: module.at }] },
        { op: 'removeLink', from: link.from, to: link.to },
        { op: 'addLink', link: { ...link, to: module.no } },
        { op: 'addLink', link: { ...rest, from: module.no, order: 1 } },
    ];
}
