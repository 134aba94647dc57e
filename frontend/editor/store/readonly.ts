import type { Blueprint } from '../model/blueprint';
import type { Document } from '../canvas/edits';
import { cell } from './cell';
import type { Draft, Facts, SaveState } from './draft';
import type { Problem } from '../model/draft';

/** A scenario that is only looked at: a past run, an old version. Every change is refused. */
export function readOnly(scenarioId: string, name: string, blueprint: Blueprint, facts: Facts): Draft {
    const nothing = async (): Promise<void> => undefined;
    return {
        scenarioId,
        readOnly: true,
        document: cell<Document>({ name, blueprint }),
        problems: cell<readonly Problem[]>([]),
        facts: cell(facts),
        saving: cell<SaveState>({ kind: 'read-only' }),
        steps: cell<{ undo: string | null; redo: string | null }>({ undo: null, redo: null }),
        commit: () => false,
        seal: () => undefined,
        undo: () => null,
        redo: () => null,
        takeNumber: () => 0,
        flush: nothing,
        reload: nothing,
        heard: () => undefined,
        hasUnsent: () => false,
        close: () => undefined,
    };
}
