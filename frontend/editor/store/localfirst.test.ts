import { expect, test } from 'vitest';
import type { Api, Saved } from '../api/api';
import { Problem } from '../api/problem';
import type { Edit } from '../canvas/edits';
import { EMPTY, type Module } from '../model/blueprint';
import type { DraftAnswer } from '../model/draft';
import { localFirst } from './localfirst';

const http: Module = { no: 1, module: 'http:request', version: 1, at: [0, 0], values: { url: 'a' } };
const answer = (revision: number, ...modules: Module[]): DraftAnswer => ({
    id: '5', name: 'Orders', revision, blueprint: { ...EMPTY, modules }, problems: [], live: null, on: false, changes: 0, webhook: null, next: { no: 2 },
});

function server(replies: readonly (Saved | Problem)[], now: DraftAnswer) {
    const rest = [...replies];
    const sent: { base: number; edits: readonly Edit[] }[] = [];
    const api = {
        draft: async () => now,
        sendEdits: async (_id: string, base: number, edits: readonly Edit[]) => {
            sent.push({ base, edits });
            const reply = rest.shift() ?? { revision: base + 1, problems: [] };
            if (reply instanceof Problem) throw reply;
            return reply;
        },
    } as unknown as Api;
    return { api, sent };
}

test('an edit is there at once, and is sent with the revision it was made on', async () => {
    const { api, sent } = server([], answer(7, http));
    const draft = localFirst(api, answer(7, http), () => undefined);
    draft.commit('change', [{ op: 'setValue', no: 1, key: 'url', value: 'b' }]);
    expect(draft.document.get().blueprint.modules[0]?.values.url).toBe('b');
    await draft.flush();
    expect(sent).toMatchObject([{ base: 7, edits: [{ op: 'setValue', value: 'b' }] }]);
    expect(draft.saving.get().kind).toBe('saved');
    draft.close();
});

test('after a conflict the edits are put on top of what others did; those that no longer fit are left out', async () => {
    const other = { ...http, values: { url: 'a', method: 'POST' } };
    const { api, sent } = server([new Problem(409, 'conflict', 'changed')], answer(9, other));
    const draft = localFirst(api, answer(7, http, { ...http, no: 2 }), () => undefined);
    draft.commit('one', [{ op: 'setValue', no: 1, key: 'url', value: 'b' }]);
    draft.commit('two', [{ op: 'setValue', no: 2, key: 'url', value: 'gone' }]);
    await draft.flush();
    expect(draft.document.get().blueprint.modules).toEqual([{ ...other, values: { url: 'b', method: 'POST' } }]);
    expect(sent.map(({ base, edits }) => [base, edits.length])).toEqual([[7, 2], [9, 1]]);
    draft.close();
});

test('what the server refuses is taken back, and said', async () => {
    let said = '';
    const { api } = server([new Problem(422, 'bad', 'This cannot be.')], answer(8, http));
    const draft = localFirst(api, answer(7, http), (reason) => (said = reason));
    draft.commit('change', [{ op: 'setValue', no: 1, key: 'url', value: 'b' }]);
    await draft.flush();
    expect(draft.document.get().blueprint.modules[0]?.values.url).toBe('a');
    expect(said).toBe('This cannot be.');
    draft.close();
});

test('undo sends the inverse, redo sends it again', async () => {
    const { api, sent } = server([], answer(7, http));
    const draft = localFirst(api, answer(7, http), () => undefined);
    draft.commit('delete', [{ op: 'removeModule', no: 1 }]);
    await draft.flush();
    expect(draft.undo()).toEqual({ label: 'delete', modules: [1] });
    expect(draft.document.get().blueprint.modules).toEqual([http]);
    await draft.flush();
    expect(draft.redo()?.label).toBe('delete');
    await draft.flush();
    expect(sent.map(({ edits }) => edits[0]?.op)).toEqual(['removeModule', 'addModule', 'removeModule']);
    expect(draft.takeNumber()).toBe(2);
    draft.close();
});
