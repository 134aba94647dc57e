import type { Blueprint, Link, Module, Note } from '../model/blueprint';
import type { Json, JsonObject } from '../model/json';
import type { Change, Document } from './edits';

/** Why an edit cannot be applied: what it names is not there, or is there already. */
export interface Refused {
    readonly refused: 'unknown-module' | 'unknown-link' | 'unknown-note' | 'duplicate-module' | 'duplicate-link' | 'duplicate-note';
}

export const isRefused = (result: object): result is Refused => 'refused' in result;

/** Applies one edit. Parts that it does not touch keep their identity, so that only what changed renders again. */
export function apply(before: Document, change: Change): Document | Refused {
    if (change.op === 'rename') return { ...before, name: change.name };
    const after = draw(before.blueprint, change);
    return isRefused(after) ? after : { ...before, blueprint: after };
}

/** Applies all edits or none. */
export function applyAll(before: Document, changes: readonly Change[]): Document | Refused {
    let document = before;
    for (const change of changes) {
        const after = apply(document, change);
        if (isRefused(after)) return after;
        document = after;
    }
    return document;
}

function draw(b: Blueprint, change: Exclude<Change, { op: 'rename' }>): Blueprint | Refused {
    switch (change.op) {
        case 'addModule':
            if (find(b, change.module.no)) return { refused: 'duplicate-module' };
            return { ...b, modules: [...b.modules, change.module] };
        case 'removeModule':
            if (!find(b, change.no)) return { refused: 'unknown-module' };
            return {
                ...b,
                modules: b.modules.filter((m) => m.no !== change.no),
                links: b.links.filter((l) => l.from !== change.no && l.to !== change.no),
            };
        case 'moveModules': {
            if (change.moves.some((move) => !find(b, move.no))) return { refused: 'unknown-module' };
            const moved = new Map(change.moves.map((move) => [move.no, move.at]));
            return { ...b, modules: b.modules.map((m) => withKey(m, 'at', moved.get(m.no) ?? m.at)) };
        }
        case 'setValue':
            return module(b, change.no, (m) => ({ ...m, values: put(m.values, change.key, change.value) }));
        case 'renameModule':
            return module(b, change.no, (m) => withKey(m, 'name', change.name || undefined));
        case 'setConnection':
            return module(b, change.no, (m) => withKey(m, 'connection', change.connection || undefined));
        case 'setDisabled':
            return module(b, change.no, (m) => withKey(m, 'disabled', change.disabled || undefined));
        case 'addLink':
            if (!find(b, change.link.from) || !find(b, change.link.to)) return { refused: 'unknown-module' };
            if (linkOf(b, change.link.from, change.link.to)) return { refused: 'duplicate-link' };
            return { ...b, links: [...b.links, change.link] };
        case 'removeLink':
            if (!linkOf(b, change.from, change.to)) return { refused: 'unknown-link' };
            return { ...b, links: b.links.filter((l) => l.from !== change.from || l.to !== change.to) };
        case 'setLink':
            if (!linkOf(b, change.from, change.to)) return { refused: 'unknown-link' };
            return { ...b, links: b.links.map((l) => (l.from === change.from && l.to === change.to ? change.link : l)) };
        case 'addNote':
            if (b.notes.some((n) => n.id === change.note.id)) return { refused: 'duplicate-note' };
            return { ...b, notes: [...b.notes, change.note] };
        case 'setNote':
            return note(b, change.note.id, () => [change.note]);
        case 'removeNote':
            return note(b, change.id, () => []);
        case 'setSetting':
            return { ...b, settings: put(b.settings, change.key, change.value) };
        case 'replace':
            return change.blueprint;
    }
}

export const find = (b: Blueprint, no: number): Module | undefined => b.modules.find((m) => m.no === no);
export const linkOf = (b: Blueprint, from: number, to: number): Link | undefined =>
    b.links.find((l) => l.from === from && l.to === to);

function module(b: Blueprint, no: number, change: (m: Module) => Module): Blueprint | Refused {
    if (!find(b, no)) return { refused: 'unknown-module' };
    return { ...b, modules: b.modules.map((m) => (m.no === no ? change(m) : m)) };
}

function note(b: Blueprint, id: string, change: (n: Note) => readonly Note[]): Blueprint | Refused {
    if (!b.notes.some((n) => n.id === id)) return { refused: 'unknown-note' };
    return { ...b, notes: b.notes.flatMap((n) => (n.id === id ? change(n) : [n])) };
}

function put(object: JsonObject, key: string, value: Json | undefined): JsonObject {
    const { [key]: _old, ...rest } = object;
    if (value === undefined) return rest;
    return key in object ? { ...object, [key]: value } : { ...rest, [key]: value };
}

function withKey<T extends object, K extends keyof T>(object: T, key: K, value: T[K]): T {
    if (Object.is(object[key], value)) return object;
    const copy = { ...object, [key]: value };
    if (value === undefined) delete copy[key];
    return copy;
}
