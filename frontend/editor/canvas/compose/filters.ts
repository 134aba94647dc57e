import type { Filter } from '../../model/blueprint';

/** Both filters in one: a bundle passes when it passed either one after the other. */
export function both(first: Filter | undefined, second: Filter | undefined, and: string): Filter | undefined {
    if (!first?.conditions.length) return second;
    if (!second?.conditions.length) return first;
    const names = [first.name, second.name].filter((name) => name);
    return {
        ...(names.length > 0 ? { name: names.join(` ${and} `) } : {}),
        conditions: first.conditions.flatMap((one) => second.conditions.map((other) => [...one, ...other])),
    };
}
