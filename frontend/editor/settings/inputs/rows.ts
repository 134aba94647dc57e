/** Lists without the hand on them: each function gives a new list. */
export const without = <T,>(items: readonly T[], index: number): readonly T[] => items.filter((_item, at) => at !== index);

export const replaced = <T,>(items: readonly T[], index: number, item: T): readonly T[] => items.map((old, at) => (at === index ? item : old));

export function moved<T>(items: readonly T[], from: number, to: number): readonly T[] {
    const item = items[from];
    if (item === undefined || to < 0 || to >= items.length) return items;
    return without(items, from).toSpliced(to, 0, item);
}
