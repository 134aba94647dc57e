import { expect, test } from 'vitest';
import type { ModuleSpec } from '../../model/catalogue';
import { index, search } from './search';

const spec = (ref: string, name: string, keywords: readonly string[] = []): ModuleSpec => ({ ref, version: 1, app: 'a', appName: 'App', name, kind: 'action', icon: 'box', tint: '#000', fields: [], outputs: [], keywords });
const entries = index(
    [spec('webhook:reply', 'Reply to the request'), spec('http:request', 'Make a request', ['api']), spec('invoice:create', 'Create invoice')],
    [spec('webhook:reply', 'Répondre à la requête'), spec('invoice:create', 'Créer une facture')],
);
const found = (query: string): readonly string[] => search(entries, query).map(({ ref }) => ref);

test.each([
    ['facture', ['invoice:create']],
    ['repondre', ['webhook:reply']],
    ['REPLY', ['webhook:reply']],
    ['api', ['http:request']],
    ['request make', ['http:request']],
    ['nothing', []],
])('%s finds %j', (query, refs) => expect(found(query)).toEqual(refs));

test('a name that begins with the query comes first', () => {
    expect(found('make')[0]).toBe('http:request');
    expect(found('re')[0]).toBe('webhook:reply');
});
