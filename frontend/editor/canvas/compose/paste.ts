import type { Blueprint, Group, Module, Point } from '../../model/blueprint';
import type { JsonObject } from '../../model/json';
import type { Change } from '../edits';
import { renumberAll } from '../references';
import { snap } from '../boxes';
import type { Fragment } from './fragment';

export interface Pasted {
    readonly changes: readonly Change[];
    readonly nos: readonly number[];
}

/** Adds a fragment's modules under new numbers, its upper left corner at `at`. */
export function paste(b: Blueprint, fragment: Fragment, at: Point, scenario: string, takeNumber: () => number, noteId: () => string): Pasted {
    const numbers = new Map(fragment.modules.map((m) => [m.no, takeNumber()]));
    const left = Math.min(...fragment.modules.map((m) => m.at[0]));
    const top = Math.min(...fragment.modules.map((m) => m.at[1]));
    const move = ([x, y]: Point): Point => [x - left + at[0], y - top + at[1]];
    const change = (no: number): number | undefined => numbers.get(no) ?? outer(b, fragment, scenario, no);
    const modules = fragment.modules.map((m): Module => {
        const connection = m.connection ? fragment.connections[m.connection.ref]?.id : undefined;
        return {
            no: numbers.get(m.no) ?? m.no,
            module: `${m.app}:${m.op}`,
            version: m.version ?? 1,
            at: snap(`${m.app}:${m.op}`, move(m.at)),
            values: renumberAll(m.params, change) as JsonObject,
            ...(m.name ? { name: m.name } : {}),
            ...(connection ? { connection } : {}),
            ...(m.disabled ? { disabled: true } : {}),
            ...(m.retry ? { retry: m.retry } : {}),
        };
    });
    const links = fragment.links.flatMap((l) => {
        const from = numbers.get(l.from);
        const to = numbers.get(l.to);
        if (from === undefined || to === undefined) return [];
        const { filter, ...rest } = l;
        const conditions = filter ? { filter: renumberAll(filter as unknown as JsonObject, change) as unknown as typeof filter } : {};
        return [{ ...rest, ...conditions, from, to }];
    });
    const notes = fragment.notes.map((n) => {
        const module = n.module === undefined ? undefined : numbers.get(n.module);
        const { module: _old, ...rest } = n;
        return { ...rest, id: noteId(), at: move(n.at), ...(module === undefined ? {} : { module }) };
    });
    const groups = (fragment.groups ?? []).map((g): Group => {
        const { handler, ...rest } = g;
        const first = handler === undefined ? undefined : numbers.get(handler);
        return { ...rest, id: noteId().slice(0, 8), modules: g.modules.flatMap((no) => numbers.get(no) ?? []), ...(first === undefined ? {} : { handler: first }) };
    });
    return {
        nos: modules.map((m) => m.no),
        changes: [
            ...modules.map((module): Change => ({ op: 'addModule', module })),
            ...links.map((link): Change => ({ op: 'addLink', link })),
            ...notes.map((note): Change => ({ op: 'addNote', note })),
            ...groups.filter((group) => group.modules.length > 0).map((group): Change => ({ op: 'addGroup', group })),
        ],
    };
}

/** In another scenario a reference to the outside follows to the one module of the same kind, if there is just one. */
function outer(b: Blueprint, fragment: Fragment, scenario: string, no: number): number | undefined {
    if (fragment.from.scenario === scenario) return undefined;
    const kind = fragment.outer[String(no)];
    const same = b.modules.filter((m) => m.module === kind);
    return same.length === 1 ? same[0]?.no : undefined;
}
