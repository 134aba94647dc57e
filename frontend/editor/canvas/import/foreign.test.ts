import { expect, test } from 'vitest';
import { foreignIn } from './foreign';

const flow = [{ id: 1, module: 'http:ActionSendData', version: 3 }];

test.each([
    ['a bare blueprint', JSON.stringify({ name: 'A', flow, metadata: {} }), 'make'],
    ['what its API answers', JSON.stringify({ code: 'OK', response: { blueprint: { flow } } }), 'make'],
    ['a blueprint as text', JSON.stringify({ blueprint: JSON.stringify({ flow }) }), 'make'],
    ['a clipboard fragment', JSON.stringify({ subflows: [{ flow }], metadata: { version: 1 } }), 'make'],
    ['a workflow', JSON.stringify({ nodes: [{ type: 'n8n-nodes-base.webhook', name: 'W' }], connections: {} }), 'n8n'],
    ['nodes of something else', JSON.stringify({ nodes: [{ id: 1 }], connections: {} }), null],
    ['our own fragment', JSON.stringify({ kind: 'scenario-fragment', modules: [] }), null],
    ['text', 'hello', null],
    ['broken JSON', '{"flow":[', null],
    ['a list', '[1]', null],
])('%s', (_name, text, format) => expect(foreignIn(text)).toBe(format));
