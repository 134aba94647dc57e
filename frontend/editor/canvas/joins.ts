import type { Blueprint, Link } from '../model/blueprint';
import { downstream, flowOrder, outgoing } from './graph';
import { IF_ELSE } from './kinds';
import { find, linksTo } from './lookup';

/** The first module that more than one route of a router leads to: there the routes come together. */
export function joinOf(b: Blueprint, router: number): number | undefined {
    const reached = outgoing(b, router).map((link) => downstream(b, link.to));
    return flowOrder(b).find((no) => reached.filter((set) => set.has(no)).length > 1);
}

/** The branches of the If-else that come together at this module, by their order alone; one of them may end on its own. */
export function branchesInto(b: Blueprint, merge: number): readonly Link[] {
    const seen = new Set<number>([merge]);
    let front: readonly number[] = [merge];
    while (front.length > 0) {
        front = [...new Set(front.flatMap((no) => linksTo(b, no).map((link) => link.from)))].filter((no) => !seen.has(no));
        const parted = front.find((no) => find(b, no)?.module === IF_ELSE && (joinOf(b, no) ?? merge) === merge);
        if (parted !== undefined) return [...outgoing(b, parted)].sort((one, other) => one.order - other.order);
        front.forEach((no) => seen.add(no));
    }
    return [];
}
