import type { Blueprint, Link, Module } from '../model/blueprint';
import { groupBy } from '../model/group';

/* Blueprints are immutable, so what is looked up often is indexed once per array. */
const byNo = new WeakMap<readonly Module[], ReadonlyMap<number, Module>>();
const byEnds = new WeakMap<readonly Link[], LinkIndex>();

interface LinkIndex {
    readonly from: ReadonlyMap<number, readonly Link[]>;
    readonly to: ReadonlyMap<number, readonly Link[]>;
}

export const find = (b: Blueprint, no: number): Module | undefined => once(byNo, b.modules, indexModules).get(no);

export const linksFrom = (b: Blueprint, no: number): readonly Link[] => once(byEnds, b.links, indexLinks).from.get(no) ?? [];

export const linksTo = (b: Blueprint, no: number): readonly Link[] => once(byEnds, b.links, indexLinks).to.get(no) ?? [];

export const linkOf = (b: Blueprint, from: number, to: number): Link | undefined => linksFrom(b, from).find((l) => l.to === to);

function once<K extends object, V>(cache: WeakMap<K, V>, key: K, make: (key: K) => V): V {
    const known = cache.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    cache.set(key, made);
    return made;
}

const indexModules = (modules: readonly Module[]): ReadonlyMap<number, Module> => new Map(modules.map((m) => [m.no, m]));

const indexLinks = (links: readonly Link[]): LinkIndex => ({
    from: groupBy(links, (l) => l.from),
    to: groupBy(links, (l) => l.to),
});
