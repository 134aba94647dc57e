import { cell, type Cell } from './cell';

/** A field that can take a mapped value at its caret. Registered by the field itself while it has focus. */
export interface FieldTarget {
    readonly module: number | null;
    readonly key: string;
    /** Inserts text such as `{{1.total}}` at the caret and gives the field the focus back. */
    insert(text: string): void;
    focus(): void;
}

export interface Fields {
    /** The field that had focus last; null closes the data panel. */
    readonly active: Cell<FieldTarget | null>;
    /** A field someone asks to be shown and focused (problems list, "Show them"). The settings panel obeys and clears it. */
    readonly wanted: Cell<{ readonly no: number; readonly key: string } | null>;
    /** Keeps the data panel open without a focused field. */
    readonly pinned: Cell<boolean>;
}

export const fields = (): Fields => ({ active: cell<FieldTarget | null>(null), wanted: cell<{ no: number; key: string } | null>(null), pinned: cell(false) });
