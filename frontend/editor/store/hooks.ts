import type { Blueprint, Link, Module } from '../model/blueprint';
import type { ModuleSpec } from '../model/catalogue';
import type { Problem } from '../model/draft';
import type { Json } from '../model/json';
import type { LinkRun, ModuleRun, Run } from '../model/runs';
import { find, linkOf } from '../canvas/lookup';
import { useCell } from './cell';
import { useEditing } from './editing';
import { useKeyed } from './keyed';
import { linkKey } from './runs';

/** The module with this number, or nothing once it is deleted. Renders again only when this module changes. */
export const useModule = (no: number): Module | undefined => {
    return useCell(useEditing().draft.document, (document) => find(document.blueprint, no));
};

export const useLink = (from: number, to: number): Link | undefined => {
    return useCell(useEditing().draft.document, (document) => linkOf(document.blueprint, from, to));
};

/** The whole graph: renders again at every edit, so not for capsules. */
export const useBlueprint = (): Blueprint => useCell(useEditing().draft.document, (document) => document.blueprint);

/** What the catalogue says about `app:operation`; nothing for modules kept inert. */
export const useSpec = (ref: string): ModuleSpec | undefined => useEditing().specs.get(ref);

/** Writes one value of a module, or takes it away. Applied at once; typing is one undo step until `seal()`. */
export function useSetValue(): (no: number, key: string, value: Json | undefined) => void {
    const { draft, texts } = useEditing();
    return (no, key, value) => {
        const change = { op: 'setValue', no, key, ...(value === undefined ? {} : { value }) } as const;
        draft.commit(texts.t('editor.step.setValue'), [change], `value:${no}:${key}`);
    };
}

/** Changes a link: its filter, label, order or fallback. */
export function useSetLink(): (link: Link) => void {
    const { draft, texts } = useEditing();
    return (link) => {
        const { from, to } = link;
        draft.commit(texts.t('editor.step.setLink'), [{ op: 'setLink', from, to, link }], `link:${from}:${to}`);
    };
}

/** The problems of one module, or of one of its fields. */
export function useProblems(no: number, field?: string): readonly Problem[] {
    const problems = useCell(useEditing().draft.problems);
    return problems.filter((p) => p.module === no && (field === undefined || p.field === field));
}

/** The run on the canvas and where this module stands in it. */
export function useRunOf(no: number): { readonly run: Run | null; readonly status: ModuleRun | undefined } {
    const { runs } = useEditing();
    return { run: useCell(runs.current), status: useKeyed(runs.modules, no) };
}

export const useLinkRun = (from: number, to: number): LinkRun | undefined => {
    return useKeyed(useEditing().runs.links, linkKey(from, to));
};
