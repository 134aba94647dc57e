import type { Document } from '../canvas/edits';
import type { DraftAnswer, Problem } from '../model/draft';
import type { Facts } from './draft';

/** Keeps the list before where the new one says the same, so that no capsule renders for nothing. */
export const unlessSame = (now: readonly Problem[]) => (before: readonly Problem[]): readonly Problem[] =>
    JSON.stringify(before) === JSON.stringify(now) ? before : now;

export const documentOf = (answer: DraftAnswer): Document => ({ name: answer.name, blueprint: answer.blueprint });

export const factsOf = (answer: DraftAnswer): Facts => ({
    live: answer.live,
    on: answer.on,
    changes: answer.changes,
    webhook: answer.webhook?.url ?? null,
});
