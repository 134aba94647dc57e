import type { Blueprint, Module, Point } from '../../model/blueprint';
import type { ModuleSpec } from '../../model/catalogue';
import type { JsonObject } from '../../model/json';
import type { Editing } from '../../store/editing';
import type { PickerAsk } from '../../store/stage';
import { applyAll, isRefused } from '../apply';
import { freePlace, leftOf, rightOf, sizeOf, snap } from '../boxes';
import { connect } from '../compose/connect';
import { handle, placeBelow } from '../compose/handle';
import { withMerges } from '../compose/merges';
import { insert, placeIn } from '../compose/insert';
import type { Change } from '../edits';
import { begins } from '../guarded';
import { find, linkOf, linksTo } from '../lookup';

/** Adds the module chosen in the picker and joins it where the picker was opened. Gives back its number. */
export function add({ draft, texts, announce, stage }: Editing, spec: ModuleSpec, ask: PickerAsk, middle: Point): number {
    const { blueprint } = draft.document.get();
    const no = draft.takeNumber();
    const module = (at: Point): Module => ({ no, module: spec.ref, version: spec.version, at, values: defaults(spec) });
    stage.fresh.set(no);
    const label = texts.t('editor.step.add', spec.name);
    const link = ask.into && linkOf(blueprint, ask.into.from, ask.into.to);
    if (link) draft.commit(label, insert(blueprint, link, module(placeIn(blueprint, link, spec.ref)), true));
    else if (ask.guards) draft.commit(label, handle(blueprint, ask.guards, module(ask.place ?? placeBelow(blueprint, ask.guards, spec.ref))));
    else if (ask.start && spec.kind === 'trigger') draft.commit(label, asStart(blueprint, module, spec));
    else draft.commit(label, loose());
    announce(texts.t('editor.said.added', spec.name));
    return no;

    function loose(): readonly Change[] {
        const start = ask.after === undefined ? undefined : find(blueprint, ask.after);
        const wished = ask.place ?? (start ? rightOf(start, spec.ref) : snap(spec.ref, centred(spec.ref, middle)));
        const added = module(start ? wished : freePlace(blueprint, spec.ref, wished));
        const alone: Change = { op: 'addModule', module: added };
        const after = applyAll({ name: '', blueprint }, [alone]);
        if (!start || isRefused(after)) return [alone];
        const links = connect(after.blueprint, start.no, no, () => draft.takeNumber());
        return withMerges(blueprint, [{ op: 'addModule', module: { ...added, at: besideOthers(after.blueprint, added, links, ask.place) } }, ...links]);
    }
}

/** Where a linked module stands: right of what now comes before it (a router may have come between), on free ground. */
function besideOthers(b: Blueprint, added: Module, links: readonly Change[], place: Point | undefined): Point {
    const joined = applyAll({ name: '', blueprint: b }, links);
    if (isRefused(joined)) return added.at;
    const before = linksTo(joined.blueprint, added.no).map((link) => find(joined.blueprint, link.from))[0];
    const wished = place ?? (before ? rightOf(before, added.module) : added.at);
    return freePlace(joined.blueprint, added.module, wished, new Set([added.no]));
}

function asStart(b: Blueprint, module: (at: Point) => Module, spec: ModuleSpec): readonly Change[] {
    const first = begins(b).map((no) => find(b, no))[0];
    const added = module(first ? freePlace(b, spec.ref, leftOf(first, spec.ref)) : [80, 160]);
    const add: Change = { op: 'addModule', module: added };
    return first ? [add, { op: 'addLink', link: { from: added.no, to: first.no, order: 1 } }] : [add];
}

const centred = (ref: string, [x, y]: Point): Point => [x - sizeOf(ref).width / 2, y - sizeOf(ref).height / 2];

/** Values the module starts with; a field without a default is left out. */
function defaults(spec: ModuleSpec): JsonObject {
    return Object.fromEntries(spec.fields.flatMap((f) => (f.default === undefined || f.default === null ? [] : [[f.key, f.default]])));
}
