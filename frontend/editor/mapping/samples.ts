import { useEffect } from 'react';
import { cell, useCell, type Cell } from '../store/cell';
import { useEditing, type Editing } from '../store/editing';
import { keyed, useKeyed, type Keyed } from '../store/keyed';
import { failingBefore } from '../canvas/guarded';
import type { Output } from '../model/catalogue';
import type { JsonObject } from '../model/json';
import type { FunctionSpec } from './completion';
import type { Source } from './fields';

/** What the modules before one module gave out, nearest first, and the run it comes from. */
export interface Samples {
    readonly run: { readonly id: string; readonly startedAt: string } | null;
    readonly sources: readonly Source[];
}

interface SampleAnswer {
    readonly run: { readonly id: string; readonly startedAt: string } | null;
    readonly modules: readonly {
        readonly no: number;
        readonly name: string;
        readonly module: string;
        readonly maybeEmpty: boolean;
        readonly source: 'run' | 'example' | 'none';
        readonly bundles: readonly JsonObject[];
        readonly outputs: readonly Output[];
    }[];
}

interface Shelf {
    readonly samples: Keyed<number, Samples>;
    readonly functions: Cell<readonly FunctionSpec[]>;
    /** The bundle all previews and samples are shown with, from 0. */
    readonly bundle: Cell<number>;
    asked: boolean;
}

const shelves = new WeakMap<Editing, Shelf>();
const NOTHING: Samples = { run: null, sources: [] };

export function shelf(editing: Editing): Shelf {
    const known = shelves.get(editing);
    if (known) return known;
    const made: Shelf = { samples: keyed(), functions: cell<readonly FunctionSpec[]>([]), bundle: cell(0), asked: false };
    shelves.set(editing, made);
    return made;
}

/** The samples to map from at this module; fetched when the graph before it, or the run on the canvas, is another. */
export function useSamples(no: number): Samples {
    const editing = useEditing();
    const own = shelf(editing);
    const shape = useCell(editing.draft.document, (document) => shapeOf(document.blueprint));
    const run = useCell(editing.runs.current, (current) => (current?.endedAt ? current.id : ''));
    useEffect(() => {
        const stop = new AbortController();
        const wait = setTimeout(() => void load(editing, no, run, stop.signal), 60);
        return () => {
            clearTimeout(wait);
            stop.abort();
        };
    }, [editing, no, shape, run]);
    return useKeyed(own.samples, no) ?? NOTHING;
}

export function useFunctions(): readonly FunctionSpec[] {
    const editing = useEditing();
    const own = shelf(editing);
    useEffect(() => {
        if (own.asked) return;
        own.asked = true;
        editing.api.http<{ items: readonly FunctionSpec[] }>('/functions').then(
            (answer) => own.functions.set(answer.items),
            () => (own.asked = false),
        );
    }, [editing, own]);
    return useCell(own.functions);
}

export const useBundle = (): number => useCell(shelf(useEditing()).bundle);

async function load(editing: Editing, no: number, run: string, signal: AbortSignal): Promise<void> {
    const { api, draft, specs } = editing;
    const query = run ? `&runId=${run}` : '';
    try {
        await draft.flush(); // a module that the server has not seen yet has no samples
        const answer = await api.http<SampleAnswer>(`/scenarios/${draft.scenarioId}/samples?module=${no}${query}`, { signal });
        // A router gives nothing of its own: what came to it goes on.
        const giving = answer.modules.filter(({ module }) => specs.get(module)?.kind !== 'router');
        const sources = giving.map(({ source, module, ...rest }) => {
            const spec = specs.get(module);
            return { ...rest, from: source, tint: spec?.tint ?? 'var(--text3)', name: rest.name || spec?.name || module };
        });
        shelf(editing).samples.set(no, { run: answer.run, sources: withError(editing, no, sources) });
    } catch {
        // The panel keeps the samples it had; saving and the run bar tell when the server is away.
    }
}

/** On a route for errors, the module that failed offers what went wrong, under names in the reader's language. */
function withError({ draft, texts }: Editing, no: number, sources: readonly Source[]): readonly Source[] {
    const failed = failingBefore(draft.document.get().blueprint, no);
    const part = (key: string): Output => ({ key, label: texts.t(`mapping.error.${key}`), type: 'text' });
    const error: Output = { key: 'error', label: texts.t('mapping.error'), type: 'collection', fields: [part('message'), part('type'), part('detail')] };
    return sources.map((source) => (source.no === failed ? { ...source, outputs: [error, ...source.outputs.filter((output) => output.key !== 'error')] } : source));
}

/** Changes when modules or links come, go or change their kind: typing in a field leaves it as it is. */
function shapeOf(blueprint: { modules: readonly { no: number; module: string }[]; links: readonly { from: number; to: number }[] }): string {
    const modules = blueprint.modules.map((module) => `${module.no}:${module.module}`);
    return [...modules, ...blueprint.links.map((link) => `${link.from}>${link.to}`)].join();
}
