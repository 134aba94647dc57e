import type { Blueprint, Module } from '../model/blueprint';

/** The modules on any path into this one, nearest first. */
export function before(blueprint: Blueprint, no: number): readonly Module[] {
    const seen = new Set<number>();
    const found: Module[] = [];
    let front: readonly number[] = [no];
    while (front.length > 0) {
        const sources = blueprint.links.filter((link) => front.includes(link.to) && !seen.has(link.from)).map((link) => link.from);
        front = [...new Set(sources)];
        front.forEach((source) => seen.add(source));
        found.push(...blueprint.modules.filter((module) => front.includes(module.no)));
    }
    return found;
}
