import type { Change } from '../canvas/edits';

/** One thing a person did: what was applied, what takes it back, and how it is called in "Undid: …". */
export interface Step {
    readonly label: string;
    readonly changes: readonly Change[];
    readonly undo: readonly Change[];
    /** Steps with the same key that follow each other quickly are one step (typing into one field). */
    readonly key?: string;
    readonly at: number;
}

const STEPS = 200;
const IDLE = 1000;

/** The undo and redo stacks: pure data, the newest step last. */
export interface History {
    readonly done: readonly Step[];
    readonly undone: readonly Step[];
}

export const NOTHING: History = { done: [], undone: [] };

export function remember(history: History, step: Step): History {
    const last = history.done.at(-1);
    if (last?.key && last.key === step.key && step.at - last.at < IDLE) {
        const merged: Step = { ...step, changes: mergeChanges(last.changes, step.changes), undo: last.undo };
        return { done: [...history.done.slice(0, -1), merged], undone: [] };
    }
    return { done: [...history.done, step].slice(-STEPS), undone: [] };
}

/** Ends coalescing: the next step with the same key is a step of its own. Called when a field loses focus. */
export function seal(history: History): History {
    const last = history.done.at(-1);
    if (!last?.key) return history;
    const { key: _key, ...sealed } = last;
    return { ...history, done: [...history.done.slice(0, -1), sealed] };
}

/** Moves the newest done step to the undone ones. */
export function stepBack(history: History): readonly [Step, History] | null {
    const step = history.done.at(-1);
    return step ? [step, { done: history.done.slice(0, -1), undone: [...history.undone, step] }] : null;
}

/** Moves the step undone last back to the done ones; it no longer coalesces. */
export function stepForward(history: History): readonly [Step, History] | null {
    const step = history.undone.at(-1);
    if (!step) return null;
    const { key: _key, ...sealed } = step;
    return [step, { done: [...history.done, sealed], undone: history.undone.slice(0, -1) }];
}

function mergeChanges(before: readonly Change[], after: readonly Change[]): readonly Change[] {
    return before.length === 1 && after.length === 1 ? after : [...before, ...after];
}
