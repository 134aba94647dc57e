import { apply, isRefused } from './apply';
import type { Change, Document } from './edits';
import { find, linkOf } from './lookup';

/** The edits that take one edit back, computed before it is applied. Empty where it would be refused. */
export function inverse(before: Document, change: Change): readonly Change[] {
    const b = before.blueprint;
    switch (change.op) {
        case 'addModule':
            return [{ op: 'removeModule', no: change.module.no }];
        case 'removeModule': {
            const gone = find(b, change.no);
            if (!gone) return [];
            const links = b.links.filter((l) => l.from === change.no || l.to === change.no);
            const notes = b.notes.filter((n) => n.module === change.no);
            const groups = b.groups.filter((g) => g.handler === change.no || g.modules.includes(change.no));
            return [
                { op: 'addModule', module: gone },
                ...links.map((link): Change => ({ op: 'addLink', link })),
                ...groups.map((group): Change => ({ op: group.modules.every((n) => n === change.no) ? 'addGroup' : 'setGroup', group })),
                ...notes.map((note): Change => ({ op: 'setNote', note })),
                ...(b.settings['handler'] === change.no ? [{ op: 'setSetting', key: 'handler', value: change.no } as const] : []),
            ];
        }
        case 'moveModules':
            return [{ op: 'moveModules', moves: change.moves.map(({ no, at }) => ({ no, at: find(b, no)?.at ?? at })) }];
        case 'setValue': {
            const value = find(b, change.no)?.values[change.key];
            return [{ op: 'setValue', no: change.no, key: change.key, ...(value === undefined ? {} : { value }) }];
        }
        case 'renameModule':
            return [{ op: 'renameModule', no: change.no, ...optional('name', find(b, change.no)?.name) }];
        case 'setConnection':
            return [{ op: 'setConnection', no: change.no, ...optional('connection', find(b, change.no)?.connection) }];
        case 'setDisabled':
            return [{ op: 'setDisabled', no: change.no, disabled: find(b, change.no)?.disabled ?? false }];
        case 'setRetry': {
            const retry = find(b, change.no)?.retry;
            return [{ op: 'setRetry', no: change.no, ...(retry === undefined ? {} : { retry }) }];
        }
        case 'addLink':
            return [{ op: 'removeLink', from: change.link.from, to: change.link.to }];
        case 'removeLink': {
            const link = linkOf(b, change.from, change.to);
            return link ? [{ op: 'addLink', link }] : [];
        }
        case 'setLink': {
            const link = linkOf(b, change.from, change.to);
            return link ? [{ op: 'setLink', from: change.link.from, to: change.link.to, link }] : [];
        }
        case 'addGroup':
            return [{ op: 'removeGroup', group: change.group.id }];
        case 'setGroup':
        case 'removeGroup': {
            const id = change.op === 'setGroup' ? change.group.id : change.group;
            const group = b.groups.find((g) => g.id === id);
            return group ? [{ op: change.op === 'setGroup' ? 'setGroup' : 'addGroup', group }] : [];
        }
        case 'addNote':
            return [{ op: 'removeNote', note: change.note.id }];
        case 'setNote':
        case 'removeNote': {
            const id = change.op === 'setNote' ? change.note.id : change.note;
            const note = b.notes.find((n) => n.id === id);
            return note ? [{ op: change.op === 'setNote' ? 'setNote' : 'addNote', note }] : [];
        }
        case 'setSetting': {
            const value = b.settings[change.key];
            return [{ op: 'setSetting', key: change.key, ...(value === undefined ? {} : { value }) }];
        }
        case 'rename':
            return [{ op: 'rename', name: before.name }];
        case 'replace':
            return [{ op: 'replace', blueprint: b }];
    }
}

function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
    return value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}

/** The edits that take a whole step back, newest first. */
export function inverseAll(before: Document, changes: readonly Change[]): readonly Change[] {
    let document = before;
    const back: Change[] = [];
    for (const change of changes) {
        back.unshift(...inverse(document, change));
        const after = apply(document, change);
        if (!isRefused(after)) document = after;
    }
    return back;
}
