import type { Blueprint, Module } from '../../model/blueprint';
import { isObject } from '../../mapping/fields';
import type { Json } from '../../model/json';
import { applyAll, isRefused } from '../apply';
import type { Change } from '../edits';
import { branchesInto } from '../joins';
import { MERGE } from '../kinds';

/** The changes, and with them what keeps each value of a Merge with its branch when branches come, go or change places. */
export function withMerges(b: Blueprint, changes: readonly Change[]): readonly Change[] {
    const merges = b.modules.filter((m) => m.module === MERGE);
    if (merges.length === 0) return changes;
    const after = applyAll({ name: '', blueprint: b }, changes);
    if (isRefused(after)) return changes;
    return [...changes, ...merges.flatMap((merge) => follow(merge, ways(b, merge.no), ways(after.blueprint, merge.no)))];
}

/** Where each branch begins, in the order of the branches. */
const ways = (b: Blueprint, merge: number): readonly number[] => branchesInto(b, merge).map((link) => link.to);

function follow(merge: Module, before: readonly number[], now: readonly number[]): readonly Change[] {
    const outputs = merge.values['outputs'];
    if (before.join() === now.join() || before.length === 0 || now.length === 0 || !Array.isArray(outputs)) return [];
    // A branch whose first module was taken away begins elsewhere, and is the same branch.
    const placeOf = (to: number, at: number): number => (before.includes(to) || before.length !== now.length ? before.indexOf(to) : at);
    const moved = outputs.map((output: Json) => {
        if (!isObject(output) || !Array.isArray(output['values'])) return output;
        const values: readonly Json[] = output['values'];
        return { ...output, values: now.map((to, at) => values[placeOf(to, at)] ?? '') };
    });
    return [{ op: 'setValue', no: merge.no, key: 'outputs', value: moved }];
}
