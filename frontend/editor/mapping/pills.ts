import { StateEffect, StateField, type EditorState, type Extension, type Range } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';
import { parse, type Embedded, type Parsed, type Pill } from './grammar';
import { labelOf } from './reference';

/** How a pill looks: what the field knows about the place it points to. */
export interface PillLook {
    readonly label: string;
    readonly tint: string;
    /** Read aloud and shown on hover: "total, from Get supplier, for example 42". */
    readonly description: string;
    readonly state: 'normal' | 'missing' | 'maybe-empty' | 'disabled';
}

export type LookOf = (module: number, path: readonly string[]) => PillLook;

const plainLook: LookOf = (module, path) => ({
    label: labelOf(module, path),
    tint: 'var(--tint-8)',
    description: labelOf(module, path),
    state: 'normal',
});

export const setLook = StateEffect.define<LookOf>();
export const setPlain = StateEffect.define<boolean>();

interface Painted {
    readonly look: LookOf;
    readonly plain: boolean;
    readonly parsed: Parsed;
    readonly marks: DecorationSet;
    readonly atoms: DecorationSet;
}

/** The parsed text and its paint; the stored value stays the text itself. */
export const painted = StateField.define<Painted>({
    create: (state) => paint(state, plainLook, false),
    update(value, transaction) {
        let { look, plain } = value;
        for (const effect of transaction.effects) {
            if (effect.is(setLook)) look = effect.value;
            if (effect.is(setPlain)) plain = effect.value;
        }
        const same = !transaction.docChanged && !transaction.selection && look === value.look && plain === value.plain;
        return same ? value : paint(transaction.state, look, plain);
    },
    provide: (field) => [
        EditorView.decorations.from(field, (value) => value.marks),
        EditorView.atomicRanges.of((view) => view.state.field(field).atoms),
    ],
});

export const pills: Extension = [painted];

class PillWidget extends WidgetType {
    constructor(
        private readonly module: number,
        private readonly look: PillLook,
    ) {
        super();
    }

    override eq(other: PillWidget): boolean {
        const [a, b] = [this.look, other.look];
        return this.module === other.module && a.label === b.label && a.tint === b.tint && a.description === b.description && a.state === b.state;
    }

    override toDOM(): HTMLElement {
        const pill = document.createElement('span');
        pill.className = `pill pill-${this.look.state}`;
        pill.setAttribute('role', 'img');
        pill.setAttribute('aria-label', this.look.description);
        pill.title = this.look.description;
        const disc = pill.appendChild(document.createElement('i'));
        disc.style.background = this.look.tint;
        disc.textContent = String(this.module);
        pill.appendChild(document.createTextNode(this.look.label));
        return pill;
    }

    override ignoreEvent(): boolean {
        return false;
    }
}

class BraceWidget extends WidgetType {
    constructor(private readonly opening: boolean) {
        super();
    }

    override eq(other: BraceWidget): boolean {
        return other.opening === this.opening;
    }

    override toDOM(): HTMLElement {
        const brace = document.createElement('span');
        brace.className = 'pill-brace';
        brace.textContent = this.opening ? '{' : '}';
        return brace;
    }
}

function paint(state: EditorState, look: LookOf, plain: boolean): Painted {
    const parsed = parse(state.doc.toString());
    const marks: Range<Decoration>[] = [];
    const atoms: Range<Decoration>[] = [];
    if (!plain) {
        for (const expression of parsed.expressions) hideBraces(expression, marks);
        for (const pill of parsed.pills) {
            const whole = parsed.expressions.find((expression) => expression.only === pill) ?? pill;
            if (isWrittenAt(state, whole)) continue;
            atoms.push(widget(pill, look).range(whole.from, whole.to));
        }
        marks.push(...atoms);
    }
    for (const { from, to, only } of parsed.expressions) {
        if (!only && from < to) marks.push(Decoration.mark({ class: 'expression' }).range(from, to));
    }
    for (const call of parsed.calls) {
        marks.push(Decoration.mark({ class: 'fn' }).range(call.from, call.open + 1));
        if (call.close !== undefined) marks.push(Decoration.mark({ class: 'fn' }).range(call.close, call.close + 1));
    }
    for (const mistake of parsed.mistakes) {
        const to = Math.min(mistake.to, state.doc.length);
        if (mistake.from < to) marks.push(Decoration.mark({ class: 'mistake' }).range(mistake.from, to));
    }
    return { look, plain, parsed, marks: Decoration.set(marks, true), atoms: Decoration.set(atoms, true) };
}

function widget(pill: Pill, look: LookOf): Decoration {
    return Decoration.replace({ widget: new PillWidget(pill.module, look(pill.module, pill.path)) });
}

/** While somebody types inside a reference it stays text; it becomes a pill when the caret leaves it. */
function isWrittenAt(state: EditorState, { from, to }: { readonly from: number; readonly to: number }): boolean {
    const { head, empty } = state.selection.main;
    return empty && head > from && head < to;
}

function hideBraces(expression: Embedded, marks: Range<Decoration>[]): void {
    if (expression.only || !expression.closed) return;
    const brace = (opening: boolean): Decoration => Decoration.replace({ widget: new BraceWidget(opening) });
    marks.push(brace(true).range(expression.from, expression.from + 2));
    marks.push(brace(false).range(expression.to - 2, expression.to));
}
