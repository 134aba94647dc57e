import type { Blueprint, Group, Link, Module, Note } from '../model/blueprint';
import type { Json, JsonObject } from '../model/json';
import type { Change, Document } from './edits';
import { find, linkOf } from './lookup';
import { withSetting } from './settings';

/** Why an edit cannot be applied: what it names is not there, or is there already. */
export interface Refused {
    readonly refused: Reason;
    /** Which edit of a list it was. */
    readonly index: number;
}

export type Reason =
    | 'unknown-module' | 'unknown-link' | 'unknown-note' | 'unknown-setting' | 'duplicate-number' | 'duplicate-link'
    | 'duplicate-note' | 'unknown-group' | 'duplicate-group' | 'self-link' | 'other-ends' | 'bad-setting' | 'bad-name';

export const isRefused = (result: object): result is Refused => 'refused' in result;

const no = (refused: Reason): Refused => ({ refused, index: 0 });
const LONGEST_NAME = 120;

/** Applies all edits or none. */
export function applyAll(before: Document, changes: readonly Change[]): Document | Refused {
    let document = before;
    for (const [index, change] of changes.entries()) {
        const after = apply(document, change);
        if (isRefused(after)) return { ...after, index };
        document = after;
    }
    return document;
}

/** Applies one edit. Parts that it does not touch keep their identity, so that only what changed renders again. */
export function apply(before: Document, change: Change): Document | Refused {
    if (change.op === 'rename') {
        const name = change.name.trim();
        return name === '' || name.length > LONGEST_NAME ? no('bad-name') : { ...before, name };
    }
    const after = draw(before.blueprint, change);
    return isRefused(after) ? after : { ...before, blueprint: after };
}

function draw(b: Blueprint, change: Exclude<Change, { op: 'rename' }>): Blueprint | Refused {
    switch (change.op) {
        case 'addModule':
            return find(b, change.module.no) ? no('duplicate-number') : { ...b, modules: [...b.modules, change.module] };
        case 'removeModule':
            return removeModule(b, change.no);
        case 'moveModules': {
            if (change.moves.some((move) => !find(b, move.no))) return no('unknown-module');
            const moved = new Map(change.moves.map((move) => [move.no, move.at]));
            return { ...b, modules: b.modules.map((m) => withKey(m, 'at', moved.get(m.no) ?? m.at)) };
        }
        case 'setValue':
            return onModule(b, change.no, (m) => ({ ...m, values: put(m.values, change.key, change.value) }));
        case 'renameModule':
            return onModule(b, change.no, (m) => withKey(m, 'name', change.name || undefined));
        case 'setConnection':
            return onModule(b, change.no, (m) => withKey(m, 'connection', change.connection || undefined));
        case 'setDisabled':
            return onModule(b, change.no, (m) => withKey(m, 'disabled', change.disabled));
        case 'setRetry':
            return onModule(b, change.no, (m) => withKey(m, 'retry', change.retry));
        case 'addLink':
            return addLink(b, change.link);
        case 'removeLink': {
            const link = linkOf(b, change.from, change.to);
            return link ? { ...b, links: b.links.filter((l) => l !== link) } : no('unknown-link');
        }
        case 'setLink': {
            const link = linkOf(b, change.from, change.to);
            if (!link) return no('unknown-link');
            if (change.link.from !== change.from || change.link.to !== change.to) return no('other-ends');
            return { ...b, links: b.links.map((l) => (l === link ? change.link : l)) };
        }
        case 'addGroup':
            if (b.groups.some((g) => g.id === change.group.id)) return no('duplicate-group');
            return strays(b, change.group) ? no('unknown-module') : { ...b, groups: [...b.groups, change.group] };
        case 'setGroup':
            if (!b.groups.some((g) => g.id === change.group.id)) return no('unknown-group');
            if (strays(b, change.group)) return no('unknown-module');
            return { ...b, groups: b.groups.map((g) => (g.id === change.group.id ? change.group : g)) };
        case 'removeGroup':
            if (!b.groups.some((g) => g.id === change.group)) return no('unknown-group');
            return { ...b, groups: b.groups.filter((g) => g.id !== change.group) };
        case 'addNote':
            if (b.notes.some((n) => n.id === change.note.id)) return no('duplicate-note');
            return tiedToNothing(b, change.note) ? no('unknown-module') : { ...b, notes: [...b.notes, change.note] };
        case 'setNote':
            return tiedToNothing(b, change.note) ? no('unknown-module') : onNote(b, change.note.id, [change.note]);
        case 'removeNote':
            return onNote(b, change.note, []);
        case 'setSetting': {
            const settings = withSetting(b.settings, change.key, change.value);
            if (typeof settings === 'string') return no(settings);
            return settings['handler'] !== undefined && !find(b, Number(settings['handler'])) ? no('unknown-module') : { ...b, settings };
        }
        case 'replace':
            return change.blueprint;
    }
}

/** Its links and its place in groups go with it, a group with its last module; its notes stay, free. */
function removeModule(b: Blueprint, gone: number): Blueprint | Refused {
    if (!find(b, gone)) return no('unknown-module');
    return {
        ...b,
        modules: b.modules.filter((m) => m.no !== gone),
        links: b.links.filter((l) => l.from !== gone && l.to !== gone),
        groups: b.groups.flatMap((g) => groupWithout(g, gone)),
        notes: b.notes.map((n) => (n.module === gone ? withKey(n, 'module', undefined) : n)),
        settings: b.settings['handler'] === gone ? put(b.settings, 'handler', undefined) : b.settings,
    };
}

function groupWithout(group: Group, gone: number): readonly Group[] {
    if (group.handler !== gone && !group.modules.includes(gone)) return [group];
    const modules = group.modules.filter((n) => n !== gone);
    const handler = group.handler === gone ? undefined : group.handler;
    return modules.length === 0 ? [] : [withKey({ ...group, modules }, 'handler', handler)];
}

const strays = (b: Blueprint, group: Group): boolean =>
    [...group.modules, ...(group.handler === undefined ? [] : [group.handler])].some((n) => !find(b, n));

function addLink(b: Blueprint, link: Link): Blueprint | Refused {
    if (!find(b, link.from) || !find(b, link.to)) return no('unknown-module');
    if (link.from === link.to) return no('self-link');
    return linkOf(b, link.from, link.to) ? no('duplicate-link') : { ...b, links: [...b.links, link] };
}

function onModule(b: Blueprint, number: number, change: (m: Module) => Module): Blueprint | Refused {
    if (!find(b, number)) return no('unknown-module');
    return { ...b, modules: b.modules.map((m) => (m.no === number ? change(m) : m)) };
}

function onNote(b: Blueprint, id: string, now: readonly Note[]): Blueprint | Refused {
    if (!b.notes.some((n) => n.id === id)) return no('unknown-note');
    return { ...b, notes: b.notes.flatMap((n) => (n.id === id ? now : [n])) };
}

const tiedToNothing = (b: Blueprint, note: Note): boolean => note.module !== undefined && !find(b, note.module);

function put(object: JsonObject, key: string, value: Json | undefined): JsonObject {
    const { [key]: _old, ...rest } = object;
    return value === undefined ? rest : { ...object, [key]: value };
}

function withKey<T extends object, K extends keyof T>(object: T, key: K, value: T[K] | undefined): T {
    if (Object.is(object[key], value)) return object;
    const { [key]: _old, ...rest } = object;
    return (value === undefined ? rest : { ...object, [key]: value }) as T;
}
