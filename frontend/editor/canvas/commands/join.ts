import type { Editing } from '../../store/editing';
import { find, linkOf } from '../lookup';
import { connect } from '../compose/connect';
import { guard } from '../compose/handle';
import { withMerges } from '../compose/merges';
import { insert, placeIn } from '../compose/insert';
import { obstacle, type Obstacle } from '../graph';

/** Links two modules, on request for errors alone, or says why not. */
export function join(editing: Editing, from: number, to: number, error = false): Obstacle | null {
    const { draft, texts, announce } = editing;
    const { blueprint } = draft.document.get();
    const why = obstacle(blueprint, isTrigger(editing), from, to);
    if (why) announce(texts.t(`editor.obstacle.${why}`), true);
    else if (error) draft.commit(texts.t('editor.step.fails'), guard(blueprint, { kind: 'module', no: from }, to));
    else draft.commit(texts.t('editor.step.connect'), withMerges(blueprint, connect(blueprint, from, to, () => draft.takeNumber())));
    return why;
}

/** Every module this one cannot be linked to, and why. */
export function obstacles(editing: Editing, from: number): ReadonlyMap<number, Obstacle> {
    const { blueprint } = editing.draft.document.get();
    return new Map(
        blueprint.modules.flatMap(({ no }) => {
            const why = obstacle(blueprint, isTrigger(editing), from, no);
            return why ? [[no, why] as const] : [];
        }),
    );
}

/** Puts a module that stands alone into a link. */
export function dropInto({ draft, texts }: Editing, no: number, from: number, to: number): boolean {
    const { blueprint } = draft.document.get();
    const module = find(blueprint, no);
    const link = linkOf(blueprint, from, to);
    if (!module || !link) return false;
    const placed = { ...module, at: placeIn(blueprint, link, module.module) };
    return draft.commit(texts.t('editor.step.insert'), insert(blueprint, link, placed, false));
}

export const isTrigger = ({ specs }: Editing) => (ref: string): boolean => specs.get(ref)?.kind === 'trigger';
