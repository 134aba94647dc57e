import type { LinkRun, ModuleRun, Run } from '../model/runs';
import { cell, type Cell } from './cell';
import { keyed, type Keyed } from './keyed';

export type Capture = 'none' | 'waiting' | 'captured' | 'expired';

/** The run that is painted on the canvas. Each capsule and link listens to its own key only. */
export interface Runs {
    readonly current: Cell<Run | null>;
    readonly modules: Keyed<number, ModuleRun>;
    readonly links: Keyed<string, LinkRun>;
    readonly capture: Cell<Capture>;
    /** The newest run that was there before the waiting began. */
    readonly captureAfter: Cell<string>;
    /** Starts painting another run: everything of the one before is wiped. */
    begin(run: Run): void;
    clear(): void;
}

export const linkKey = (from: number, to: number): string => `${from}-${to}`;

export function runs(): Runs {
    const current = cell<Run | null>(null);
    const modules = keyed<number, ModuleRun>();
    const links = keyed<string, LinkRun>();
    const capture = cell<Capture>('none');
    const clear = (): void => {
        modules.replace([]);
        links.replace([]);
        current.set(null);
    };
    return {
        current, modules, links,
        capture,
        captureAfter: cell(''),
        clear,
        begin: (run) => {
            if (current.get()?.id !== run.id) {
                clear();
                if (capture.get() === 'waiting') capture.set('captured');
            }
            current.set(run);
        },
    };
}
