import type { Edit } from '../canvas/edits';

/** What became of one delivery. */
export type Delivery =
    | { readonly kind: 'saved' }
    | { readonly kind: 'offline' }
    /** The document was loaded afresh; these are the unsent edits that still fit it. */
    | { readonly kind: 'reloaded'; readonly edits: readonly Edit[] };

export interface Saver {
    add(edits: readonly Edit[]): void;
    /** Sends what waits now; resolves when nothing waits any more or the server cannot be reached. */
    flush(): Promise<void>;
    /** Every edit the server has not confirmed, oldest first. */
    unsent(): readonly Edit[];
    stop(): void;
}

export interface Waiting {
    readonly count: number;
    readonly busy: boolean;
    readonly offline: boolean;
}

const IDLE = 800;
const LONGEST = 3000;
const RETRY = 4000;

/** Sends edits in the background: after a pause of 0.8 s, at the latest after 3 s, one request at a time. */
export function saver(deliver: (edits: readonly Edit[]) => Promise<Delivery>, tell: (waiting: Waiting) => void): Saver {
    let queue: readonly Edit[] = [];
    let flying: readonly Edit[] = [];
    let offline = false;
    let oldest = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let sending: Promise<void> | null = null;

    const report = (): void => tell({ count: queue.length + flying.length, busy: flying.length > 0, offline });
    const plan = (delay: number): void => {
        clearTimeout(timer);
        timer = setTimeout(() => void send(), delay);
    };
    const send = (): Promise<void> => {
        sending ??= round().finally(() => (sending = null));
        return sending;
    };
    const round = async (): Promise<void> => {
        clearTimeout(timer);
        while (queue.length > 0) {
            flying = queue;
            queue = [];
            oldest = 0;
            report();
            const result = await deliver(flying);
            offline = result.kind === 'offline';
            if (result.kind === 'offline') queue = [...flying, ...queue];
            if (result.kind === 'reloaded') queue = result.edits;
            flying = [];
            report();
            if (offline) return plan(RETRY);
        }
    };
    return {
        add: (edits) => {
            queue = squeeze(queue, edits);
            const now = Date.now();
            oldest ||= now;
            report();
            if (!sending) plan(offline ? RETRY : Math.max(0, Math.min(IDLE, oldest + LONGEST - now)));
        },
        flush: () => (queue.length > 0 || sending ? send() : Promise.resolve()),
        unsent: () => [...flying, ...queue],
        stop: () => clearTimeout(timer),
    };
}

/** Typing replaces the value that still waits for the same field instead of queueing every letter. */
function squeeze(queue: readonly Edit[], edits: readonly Edit[]): readonly Edit[] {
    const last = queue.at(-1);
    const next = edits[0];
    const same = last?.op === 'setValue' && next?.op === 'setValue' && last.no === next.no && last.key === next.key;
    return same && edits.length === 1 ? [...queue.slice(0, -1), ...edits] : [...queue, ...edits];
}
