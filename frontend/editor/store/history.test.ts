import { expect, test } from 'vitest';
import { NOTHING, remember, seal, stepBack, stepForward, type Step } from './history';

const typed = (value: string, at: number): Step => ({
    label: 'type', key: 'value:1:url', at,
    changes: [{ op: 'setValue', no: 1, key: 'url', value }],
    undo: [{ op: 'setValue', no: 1, key: 'url', value: `before ${value}` }],
});

test('typing without a pause is one step that goes back to the beginning', () => {
    const history = remember(remember(NOTHING, typed('a', 0)), typed('ab', 500));
    expect(history.done).toHaveLength(1);
    expect(history.done[0]?.changes).toEqual(typed('ab', 0).changes);
    expect(history.done[0]?.undo).toEqual(typed('a', 0).undo);
});

test('a pause, or leaving the field, begins a new step', () => {
    expect(remember(remember(NOTHING, typed('a', 0)), typed('ab', 1500)).done).toHaveLength(2);
    expect(remember(seal(remember(NOTHING, typed('a', 0))), typed('ab', 10)).done).toHaveLength(2);
});

test('undo and redo travel, a new step forgets what was undone', () => {
    const one = remember(NOTHING, typed('a', 0));
    const back = stepBack(one);
    expect(back?.[1].undone).toHaveLength(1);
    expect(stepForward(back![1])?.[1].done).toHaveLength(1);
    expect(remember(back![1], typed('b', 9000)).undone).toHaveLength(0);
});

test('the last 200 steps are kept', () => {
    let history = NOTHING;
    for (let i = 0; i < 250; i++) history = remember(history, typed(String(i), i * 5000));
    expect(history.done).toHaveLength(200);
});
