import type { Api } from '../api/api';
import { Problem as Failure } from '../api/problem';
import { applyAll, isRefused } from '../canvas/apply';
import { touched, type Change, type Document, type Edit } from '../canvas/edits';
import { inverseAll } from '../canvas/inverse';
import type { DraftAnswer, Problem } from '../model/draft';
import { documentOf, factsOf, unlessSame } from './answer';
import { cell } from './cell';
import type { Draft, Facts, SaveState, Travelled } from './draft';
import { NOTHING, remember, seal, stepBack, stepForward, type History, type Step } from './history';
import { uuid } from './ids';
import { saver, type Delivery, type Waiting } from './saver';

/** Opens a draft for editing. `lost` hears when edits had to be given up. */
export function localFirst(api: Api, first: DraftAnswer, lost: (reason: string) => void): Draft {
    const document = cell<Document>(documentOf(first));
    const problems = cell<readonly Problem[]>(first.problems);
    const facts = cell<Facts>(factsOf(first));
    const saving = cell<SaveState>({ kind: 'saved', at: null });
    const steps = cell<{ undo: string | null; redo: string | null }>({ undo: null, redo: null });
    let history: History = NOTHING;
    let revision = first.revision;
    let heardOf = first.revision;
    let nextNo = Math.max(first.next.no, ...first.blueprint.modules.map((m) => m.no + 1));

    const turn = (next: History): void => {
        history = next;
        steps.set({ undo: next.done.at(-1)?.label ?? null, redo: next.undone.at(-1)?.label ?? null });
    };
    const take = (answer: DraftAnswer): void => {
        revision = answer.revision;
        heardOf = Math.max(heardOf, revision);
        nextNo = Math.max(nextNo, answer.next.no);
        problems.update(unlessSame(answer.problems));
        facts.set(factsOf(answer));
    };
    const reloadWith = async (kept: () => readonly Edit[]): Promise<Delivery> => {
        const answer = await api.draft(first.id);
        take(answer);
        let now: Document = documentOf(answer);
        const edits: Edit[] = [];
        for (const edit of kept()) {
            const after = applyAll(now, [edit]);
            if (isRefused(after)) continue;
            now = after;
            edits.push(edit);
        }
        document.set(now);
        return { kind: 'reloaded', edits };
    };
    const deliver = async (edits: readonly Edit[]): Promise<Delivery> => {
        try {
            const answer = await api.sendEdits(first.id, revision, edits);
            revision = answer.revision;
            problems.update(unlessSame(answer.problems));
            facts.update((f) => ({ ...f, changes: answer.changes ?? f.changes + edits.length }));
            return { kind: 'saved' };
        } catch (cause) {
            if (!(cause instanceof Failure)) throw cause;
            if (cause.status === 409) return await reloadWith(queue.unsent).catch(() => ({ kind: 'offline' as const }));
            if (cause.offline || cause.status >= 500 || cause.status === 401) return { kind: 'offline' };
            lost(cause.message);
            const sent = new Set(edits.map((edit) => edit.id));
            turn(NOTHING);
            return await reloadWith(() => queue.unsent().filter((edit) => !sent.has(edit.id)));
        }
    };
    const tell = (waiting: Waiting): void => {
        if (waiting.offline) saving.set({ kind: 'offline' });
        else if (waiting.count > 0) saving.set({ kind: 'saving' });
        else saving.set({ kind: 'saved', at: new Date().toISOString() });
        if (waiting.count === 0 && heardOf > revision) void reloadWith(queue.unsent).catch(() => undefined);
    };
    const queue = saver(deliver, tell);
    const send = (changes: readonly Change[]): void => queue.add(changes.map((change): Edit => ({ ...change, id: uuid() })));
    const perform = (changes: readonly Change[]): boolean => {
        const after = applyAll(document.get(), changes);
        if (isRefused(after)) return false;
        document.set(after);
        send(changes);
        return true;
    };
    const travel = (move: readonly [Step, History] | null, pick: (step: Step) => readonly Change[]): Travelled | null => {
        if (!move) return null;
        const [step, next] = move;
        turn(next);
        return perform(pick(step)) ? { label: step.label, modules: touched(pick(step)) } : null;
    };
    const leave = (): void => {
        const edits = queue.unsent();
        if (globalThis.document.hidden && edits.length > 0) void queue.flush();
    };
    globalThis.document.addEventListener('visibilitychange', leave);

    return {
        scenarioId: first.id,
        readOnly: false,
        document, problems, facts, saving, steps,
        commit: (label, changes, key) => {
            if (changes.length === 0) return false;
            const undo = inverseAll(document.get(), changes);
            if (!perform(changes)) return false;
            turn(remember(history, { label, changes, undo, at: Date.now(), ...(key ? { key } : {}) }));
            return true;
        },
        seal: () => turn(seal(history)),
        undo: () => travel(stepBack(history), (step) => step.undo),
        redo: () => travel(stepForward(history), (step) => step.changes),
        takeNumber: () => nextNo++,
        flush: () => queue.flush(),
        reload: async (answer) => {
            await queue.flush();
            const fresh = answer ?? (await api.draft(first.id));
            take(fresh);
            document.set(documentOf(fresh));
        },
        heard: (remote) => {
            heardOf = Math.max(heardOf, remote);
            if (heardOf > revision && queue.unsent().length === 0) void reloadWith(queue.unsent).catch(() => undefined);
        },
        hasUnsent: () => queue.unsent().length > 0,
        close: () => {
            globalThis.document.removeEventListener('visibilitychange', leave);
            const edits = queue.unsent();
            queue.stop();
            if (edits.length > 0) void api.sendEdits(first.id, revision, edits, true).catch(() => undefined);
        },
    };
}
