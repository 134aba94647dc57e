import { cell } from '../store/cell';

/** The mappable field that has, or last had, the caret: where a click in the data panel inserts. */
export interface Insertable {
    readonly id: string;
    readonly owner: object;
    /** Puts a reference or a function at the caret, with braces where it needs them. */
    readonly insert: (text: string) => void;
}

export const focused = cell<Insertable | null>(null);

export const focus = {
    enter: (field: Insertable): void => focused.set(field),
    /** A field that disappears is no longer a place to insert into. */
    leave: (owner: object): void => focused.update((now) => (now?.owner === owner ? null : now)),
};
