import { groupsOf } from '../guarded';
import type { Blueprint, Filter, Group, Link, Module, Note, Point, Retry } from '../../model/blueprint';
import type { Json, JsonObject } from '../../model/json';
import { used } from '../references';

/** Copied modules as text: enough to paste them into another scenario, never a secret. */
export interface Fragment {
    readonly kind: 'scenario-fragment';
    readonly v: 1;
    readonly from: { readonly scenario: string };
    readonly modules: readonly FragmentModule[];
    readonly links: readonly (Link & { readonly filter?: Filter | null })[];
    readonly notes: readonly Note[];
    /** Frames all of whose modules were copied. */
    readonly groups?: readonly Group[];
    readonly connections: Readonly<Record<string, { readonly id: string; readonly app: string }>>;
    /** Modules outside of the copy whose data it uses, and what they are. */
    readonly outer: Readonly<Record<string, string>>;
}

export interface FragmentModule {
    readonly no: number;
    readonly app: string;
    readonly op: string;
    readonly version: number;
    readonly name?: string;
    readonly at: Point;
    readonly params: JsonObject;
    readonly connection?: { readonly ref: string };
    readonly disabled?: boolean;
    readonly retry?: Retry;
}

export function copyOf(b: Blueprint, scenario: string, nos: ReadonlySet<number>): Fragment {
    const modules = b.modules.filter((m) => nos.has(m.no));
    const links = b.links.filter((l) => nos.has(l.from) && nos.has(l.to));
    const needed = new Set(modules.flatMap((m) => [...used(m.values)]));
    const outer = b.modules.filter((m) => needed.has(m.no) && !nos.has(m.no));
    const ids = [...new Set(modules.flatMap((m) => (m.connection ? [m.connection] : [])))];
    return {
        kind: 'scenario-fragment', v: 1, from: { scenario },
        modules: modules.map((m) => copyModule(m, ids)),
        links,
        notes: b.notes.filter((n) => n.module !== undefined && nos.has(n.module)),
        groups: groupsOf(b).filter((g) => g.modules.every((no) => nos.has(no))).map((g) => lone(g, nos)),
        connections: Object.fromEntries(ids.map((id, index) => [`c${index + 1}`, { id, app: appOf(modules, id) }])),
        outer: Object.fromEntries(outer.map((m) => [String(m.no), m.module])),
    };
}

/** A frame whose handler was not copied comes without one. */
function lone(group: Group, nos: ReadonlySet<number>): Group {
    const { handler, ...bare } = group;
    return handler !== undefined && nos.has(handler) ? group : bare;
}

function copyModule(m: Module, connections: readonly string[]): FragmentModule {
    const [app = '', op = ''] = m.module.split(/:(.*)/);
    return {
        no: m.no, app, op, version: m.version, at: m.at, params: m.values,
        ...(m.name ? { name: m.name } : {}),
        ...(m.connection ? { connection: { ref: `c${connections.indexOf(m.connection) + 1}` } } : {}),
        ...(m.disabled ? { disabled: true } : {}),
        ...(m.retry ? { retry: m.retry } : {}),
    };
}

const appOf = (modules: readonly Module[], connection: string): string =>
    modules.find((m) => m.connection === connection)?.module.split(':')[0] ?? '';

/** The fragment in a clipboard's text; null when it holds something else. */
export function fragmentIn(text: string): Fragment | null {
    try {
        const value = JSON.parse(text) as Json;
        const is = typeof value === 'object' && value !== null && !Array.isArray(value) && (value as JsonObject).kind === 'scenario-fragment';
        return is ? (value as unknown as Fragment) : null;
    } catch {
        return null;
    }
}
