import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Edit } from '../canvas/edits';
import { saver, type Delivery } from './saver';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const type = (value: string): Edit => ({ id: value, op: 'setValue', no: 1, key: 'url', value });
const move = (id: string): Edit => ({ id, op: 'moveModules', moves: [] });

function setUp(answers: readonly Delivery[] = []) {
    const sent: (readonly Edit[])[] = [];
    const states: string[] = [];
    const rest = [...answers];
    const queue = saver(
        async (edits) => (sent.push(edits), rest.shift() ?? { kind: 'saved' }),
        ({ count, offline }) => states.push(offline ? 'offline' : count > 0 ? 'waiting' : 'saved'),
    );
    const ids = () => sent.map((edits) => edits.map((edit) => edit.id).join());
    return { queue, ids, states };
}

test('waits for a pause of 0.8 s, and sends only the last of what was typed', async () => {
    const { queue, ids } = setUp();
    queue.add([type('a')]);
    await vi.advanceTimersByTimeAsync(500);
    queue.add([type('ab')]);
    await vi.advanceTimersByTimeAsync(700);
    expect(ids()).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(ids()).toEqual(['ab']);
});

test('waits 3 s at most', async () => {
    const { queue, ids } = setUp();
    for (let i = 0; i < 8; i++) {
        queue.add([move(String(i))]);
        await vi.advanceTimersByTimeAsync(400);
    }
    expect(ids()[0]).toBe('0,1,2,3,4,5,6,7');
});

test('keeps edits while the server is away and sends them later', async () => {
    const { queue, ids, states } = setUp([{ kind: 'offline' }]);
    queue.add([move('a')]);
    await queue.flush();
    expect(states.at(-1)).toBe('offline');
    expect(queue.unsent()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4000);
    expect(ids()).toEqual(['a', 'a']);
    expect(states.at(-1)).toBe('saved');
});

test('after a conflict sends what still fits', async () => {
    const { queue, ids } = setUp([{ kind: 'reloaded', edits: [move('b')] }]);
    queue.add([move('a'), move('b')]);
    await queue.flush();
    expect(ids()).toEqual(['a,b', 'b']);
});
