/** The items by their key, in the order in which the keys first appear. */
export function groupBy<K, V>(items: readonly V[], key: (item: V) => K): ReadonlyMap<K, readonly V[]> {
    const groups = new Map<K, V[]>();
    for (const item of items) {
        const group = groups.get(key(item));
        if (group) group.push(item);
        else groups.set(key(item), [item]);
    }
    return groups;
}
