import type { Change, Document } from '../canvas/edits';
import type { DraftAnswer, Problem } from '../model/draft';
import type { Cell } from './cell';

/** What the header says beside the name. */
export interface Facts {
    readonly live: DraftAnswer['live'];
    readonly on: boolean;
    /** Changes of the draft that are not live. */
    readonly changes: number;
    readonly webhook: string | null;
}

export type SaveState =
    | { readonly kind: 'saved'; readonly at: string | null }
    | { readonly kind: 'saving' }
    | { readonly kind: 'offline' }
    | { readonly kind: 'read-only' };

/** What undo or redo did, and to which modules. */
export interface Travelled {
    readonly label: string;
    readonly modules: readonly number[];
}

/** The scenario under the person's hands: applied at once, saved in the background, every step can be undone. */
export interface Draft {
    readonly scenarioId: string;
    readonly document: Cell<Document>;
    readonly problems: Cell<readonly Problem[]>;
    readonly facts: Cell<Facts>;
    readonly saving: Cell<SaveState>;
    /** Labels of the steps that undo and redo would act on. */
    readonly steps: Cell<{ readonly undo: string | null; readonly redo: string | null }>;
    readonly readOnly: boolean;
    /** Applies changes as one step; `key` joins quick steps on the same field. False when they do not fit. */
    commit(label: string, changes: readonly Change[], key?: string): boolean;
    /** Ends the joining of steps: a field lost focus. */
    seal(): void;
    undo(): Travelled | null;
    redo(): Travelled | null;
    /** A module number that was never used. */
    takeNumber(): number;
    /** Sends what waits. */
    flush(): Promise<void>;
    /** Shows what the server answered: after publish, restore, discard. */
    reload(answer?: DraftAnswer): Promise<void>;
    /** The server says the draft has this revision: loads it when it is not from here. */
    heard(revision: number): void;
    hasUnsent(): boolean;
    close(): void;
}
