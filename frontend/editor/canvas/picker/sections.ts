import type { Blueprint } from '../../model/blueprint';
import type { ModuleSpec } from '../../model/catalogue';
import { groupBy } from '../../model/group';
import type { PickerAsk } from '../../store/stage';
import { upstream } from '../graph';
import { onErrorRoute } from '../guarded';
import { find } from '../lookup';

export interface Section {
    /** A text key, or the name of an app. */
    readonly title: string;
    readonly app?: boolean;
    readonly specs: readonly ModuleSpec[];
}

const LOGIC: ReadonlySet<string> = new Set(['logic', 'router', 'iterator', 'aggregator']);
/** What has nothing to do at the very beginning. */
const NEEDS_INPUT: ReadonlySet<string> = new Set(['router', 'aggregator']);
const OFTEN = ['http:request', 'webhook:reply', 'flow:router', 'flow:iterator', 'tools:setVariable', 'json:parse'];

/** What the picker offers before anything is typed: what fits best here, logic, then the apps. */
export function sections(all: readonly ModuleSpec[], b: Blueprint, ask: PickerAsk): readonly Section[] {
    const triggers = all.filter((spec) => spec.kind === 'trigger');
    const rest = all.filter((spec) => spec.kind !== 'trigger' && (spec.kind !== 'directive' || (ask.after !== undefined && onErrorRoute(b, ask.after))));
    const directives = rest.filter((spec) => spec.kind === 'directive');
    const logic = rest.filter((spec) => LOGIC.has(spec.kind));
    const apps = rest.filter((spec) => !LOGIC.has(spec.kind) && spec.kind !== 'directive');
    if (ask.start) {
        return filled([
            { title: 'editor.picker.triggers', specs: triggers },
            { title: 'editor.picker.byHand', specs: rest.filter((spec) => !NEEDS_INPUT.has(spec.kind) && spec.ref !== 'webhook:reply') },
        ]);
    }
    const free = ask.after === undefined && !ask.into && !ask.guards;
    const best = suggested(rest, b, ask);
    const other = (specs: readonly ModuleSpec[]): readonly ModuleSpec[] => specs.filter((spec) => !best.includes(spec));
    return filled([
        { title: 'editor.picker.errors', specs: directives },
        { title: 'editor.picker.suggested', specs: best },
        { title: 'editor.picker.logic', specs: other(logic) },
        ...appSections(other(apps)),
        { title: 'editor.picker.triggers', specs: free ? triggers : [] },
    ]);
}

const filled = (list: readonly Section[]): readonly Section[] => list.filter((section) => section.specs.length > 0);

function appSections(specs: readonly ModuleSpec[]): readonly Section[] {
    const byApp = groupBy(specs, (spec) => spec.appName);
    return [...byApp]
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([title, own]): Section => ({ title, app: true, specs: own }));
}

/** A reply only where a request came in and nothing answered yet; no second router right after one. */
function suggested(specs: readonly ModuleSpec[], b: Blueprint, { after, into }: PickerAsk): readonly ModuleSpec[] {
    const from = after ?? into?.from;
    const before = from === undefined ? [] : [...upstream(b, from)].flatMap((no) => find(b, no)?.module ?? []);
    const last = from === undefined ? undefined : find(b, from)?.module;
    return OFTEN.filter((ref) => ref !== last)
        .filter((ref) => ref !== 'webhook:reply' || (before.includes('webhook:receive') && !before.includes('webhook:reply')))
        .flatMap((ref) => specs.find((spec) => spec.ref === ref) ?? [])
        .slice(0, 4);
}
