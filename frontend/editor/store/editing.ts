import { createContext, useContext } from 'react';
import type { Api, Me } from '../api/api';
import type { Commands } from '../canvas/commands/commands';
import type { Format } from '../i18n/format';
import type { Texts } from '../i18n/texts';
import type { ModuleSpec } from '../model/catalogue';
import type { IncompleteDetail } from '../model/incomplete';
import type { Cell } from './cell';
import type { Draft } from './draft';
import type { Fields } from './fields';
import type { Panel } from './panel';
import type { Runs } from './runs';
import type { Stage } from './stage';

/** Everything one open editor works with. Made once, never replaced: what changes lives in its cells. */
export interface Editing {
    readonly mode: 'draft' | 'run' | 'version';
    readonly api: Api;
    readonly me: Me;
    readonly texts: Texts;
    readonly format: Format;
    readonly specs: ReadonlyMap<string, ModuleSpec>;
    readonly draft: Draft;
    readonly runs: Runs;
    readonly fields: Fields;
    readonly panel: Cell<Panel>;
    /** Selected things: module numbers as text, `from-to` of links, `note:id` of notes. */
    readonly selection: Cell<ReadonlySet<string>>;
    /** The module that holds the canvas's one tab stop. */
    readonly focused: Cell<number | null>;
    /** Says something to screen readers; `urgent` only for what stops the work. */
    readonly announce: (text: string, urgent?: boolean) => void;
    readonly toast: Cell<Toast | null>;
    readonly said: Cell<{ readonly text: string; readonly urgent: boolean }>;
    /** The incomplete item the page was opened for. */
    readonly incomplete: Cell<IncompleteDetail | null>;
    readonly stage: Stage;
    readonly commands: Commands;
    readonly props: EditorProps;
}

/** What the page hands over. */
export interface EditorProps {
    readonly mode: 'draft' | 'run' | 'version';
    readonly scenarioId: string;
    readonly runId?: string;
    readonly version?: number;
    /** An incomplete item of the scenario, to correct and continue; its run is shown. */
    readonly incomplete?: string;
    /** Where the application lives, without a slash at the end; empty at the root. */
    readonly basePath: string;
}

export interface Toast {
    readonly text: string;
    readonly actions: readonly { readonly label: string; readonly act: () => void }[];
}

export const EditingContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
    const editing = useContext(EditingContext);
    if (!editing) throw new Error('outside of an editor');
    return editing;
}

export const useTexts = (): Texts => useEditing().texts;
