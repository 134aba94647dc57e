import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { fieldsOf, type DataField, type Source } from './fields';
import { closingBraces } from './lexer';
import { reference } from './reference';
import { show } from './sample';

/** A function of the mapping language, as the server documents it. */
export interface FunctionSpec {
    readonly name: string;
    readonly group: string;
    readonly signature: string;
    readonly help: string;
    readonly arguments?: readonly FunctionArgument[];
    readonly examples?: readonly { readonly source: string; readonly result: string }[];
}

export interface FunctionArgument {
    readonly name: string;
    readonly type: string;
    readonly optional?: boolean;
    readonly repeats?: boolean;
    readonly help?: string;
}

export interface Offer {
    readonly sources: readonly Source[];
    readonly bundle: number;
    readonly functions: readonly FunctionSpec[];
}

const WORD = /[\p{L}\p{N}_.$]*$/u;

/** The list that opens inside `{{ }}`: fields first, then functions. */
export function completion(offer: () => Offer): Extension {
    return [
        // The list opens inside of braces alone, where Enter can only mean to take what it offers, however soon.
        autocompletion({ interactionDelay: 0, override: [(context) => complete(context, offer())], activateOnTyping: true, icons: false, maxRenderedOptions: 60 }),
        closeBraces,
    ];
}

/** Where the expression around `at` begins (behind its braces), or undefined outside of one. */
export function expressionAt(source: string, at: number): number | undefined {
    const open = source.lastIndexOf('{{', at - 1);
    if (open < 0 || open + 2 > at) return undefined;
    const close = closingBraces(source, open + 2);
    return close === undefined || close >= at ? open + 2 : undefined;
}

function complete(context: CompletionContext, offer: Offer): CompletionResult | null {
    const text = context.state.doc.toString();
    const start = expressionAt(text, context.pos);
    if (start === undefined) return null;
    const typed = WORD.exec(text.slice(start, context.pos))?.[0] ?? '';
    const options = [...offer.sources.flatMap((source) => flat(fieldsOf(source, offer.bundle)).map((row) => fieldOption(row, source))), ...offer.functions.map(functionOption)];
    return { from: context.pos - typed.length, options, validFor: WORD };
}

function flat(rows: readonly DataField[]): readonly DataField[] {
    return rows.flatMap((row) => [row, ...flat(row.children)]);
}

function fieldOption(row: DataField, source: Source): Completion {
    const text = reference(row.module, row.path);
    const value = show(row.sample);
    return {
        label: row.path.join('.').replaceAll('.[]', '[]'),
        displayLabel: row.label === row.key ? row.path.join('.').replaceAll('.[]', '[]') : row.label,
        detail: value === '' ? source.name : `${source.name} · ${value}`,
        apply: (view, _completion, from, to) => {
            const alone = view.state.sliceDoc(from - 2, from) === '{{' && view.state.sliceDoc(to, to + 2) === '}}';
            const anchor = from + text.length + (alone ? 2 : 0);
            view.dispatch({ changes: { from, to, insert: text }, selection: { anchor }, userEvent: 'input.complete' });
        },
        type: 'field',
        boost: 2,
    };
}

function functionOption(spec: FunctionSpec): Completion {
    return {
        label: spec.name,
        detail: spec.signature,
        info: spec.help,
        type: 'function',
        apply: (view, _completion, from, to) => {
            const insert = `${spec.name}()`;
            view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length - 1 }, userEvent: 'input.complete' });
        },
    };
}

/** Typing the second brace also writes the closing pair, so that an expression is never left open by accident. */
const closeBraces = EditorView.inputHandler.of((view, from, to, text) => {
    if (text !== '{' || from !== to || view.state.sliceDoc(from - 1, from) !== '{') return false;
    if (view.state.sliceDoc(from, from + 2) === '}}' || expressionAt(view.state.doc.toString(), from) !== undefined) return false;
    view.dispatch({ changes: { from, insert: '{}}' }, selection: { anchor: from + 1 }, userEvent: 'input.type' });
    return true;
});
