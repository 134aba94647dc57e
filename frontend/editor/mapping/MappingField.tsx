import './mapping.css';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { startCompletion } from '@codemirror/autocomplete';
import { EditorState, Compartment, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder as placeholderText } from '@codemirror/view';
import { useEffect, useMemo, useRef, type ReactElement } from 'react';
import { completion, expressionAt, type Offer } from './completion';
import { useEditing } from '../store/editing';
import type { FieldTarget, Fields } from '../store/fields';
import { DRAGGED } from './dragging';
import { pills, setLook, setPlain, type LookOf } from './pills';

export interface MappingFieldProps {
    /** The module the field belongs to; null for the filter of a link. */
    readonly module: number | null;
    readonly id: string;
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly onBlur?: () => void;
    readonly multiline: boolean;
    readonly readOnly?: boolean;
    readonly placeholder?: string;
    readonly label: string;
    readonly describedBy?: string;
    readonly invalid?: boolean;
    readonly look: LookOf;
    readonly offer: Offer;
}

/** A text field in which `{{…}}` shows as pills; the value is the text, nothing else. */
export function MappingField(props: MappingFieldProps): ReactElement {
    const { fields } = useEditing();
    const host = useRef<HTMLDivElement>(null);
    const view = useRef<EditorView | null>(null);
    const latest = useRef(props);
    latest.current = props;
    const attributes = useMemo(() => new Compartment(), []);

    useEffect(() => {
        if (!host.current) return;
        const editor = new EditorView({
            parent: host.current,
            state: EditorState.create({ doc: latest.current.value, extensions: extensions(latest, attributes, fields) }),
        });
        view.current = editor;
        editor.dispatch({ effects: setLook.of(latest.current.look) });
        return () => {
            fields.active.update((now) => (now !== null && owners.get(now) === editor ? null : now));
            editor.destroy();
            view.current = null;
        };
    }, [attributes, fields]);

    useEffect(() => {
        view.current?.dispatch({ effects: setLook.of(props.look) });
    }, [props.look]);

    useEffect(() => {
        view.current?.dispatch({ effects: attributes.reconfigure(describe(props)) });
    }, [attributes, props.invalid, props.readOnly, props.describedBy, props.label]);

    useEffect(() => {
        const editor = view.current;
        if (!editor || editor.state.doc.toString() === props.value) return;
        editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: props.value } });
    }, [props.value]);

    return <div ref={host} className={`mapping-field${props.multiline ? ' multiline' : ''}`} data-testid={`field-${props.id}`} />;
}

type Latest = { readonly current: MappingFieldProps };

function extensions(latest: Latest, attributes: Compartment, fields: Fields): Extension[] {
    const { multiline, placeholder } = latest.current;
    return [
        history(),
        pills,
        completion(() => latest.current.offer),
        keymap.of([
            { key: 'F2', run: (editor) => toggle(editor) },
            { key: 'Ctrl-Space', run: startCompletion },
            ...historyKeymap,
            ...defaultKeymap.filter((binding) => binding.key !== 'Mod-Enter' && binding.key !== 'Escape'),
        ]),
        multiline ? EditorView.lineWrapping : [oneLine, EditorView.lineWrapping],
        placeholder ? placeholderText(placeholder) : [],
        attributes.of(describe(latest.current)),
        EditorView.updateListener.of((update) => {
            const text = update.state.doc.toString();
            if (update.docChanged && text !== latest.current.value) latest.current.onChange(text);
        }),
        EditorView.domEventHandlers({
            focus: (_event, editor) => fields.active.set(target(latest.current, editor)),
            blur: () => latest.current.onBlur?.(),
            drop: (event, editor) => dropPill(event, editor),
        }),
    ];
}

function describe(props: MappingFieldProps): Extension {
    return [
        EditorState.readOnly.of(props.readOnly ?? false),
        EditorView.contentAttributes.of({
            'aria-label': props.label,
            ...(props.describedBy ? { 'aria-describedby': props.describedBy } : {}),
            ...(props.invalid ? { 'aria-invalid': 'true' } : {}),
        }),
    ];
}

/** Pasted line ends become spaces; Enter does nothing. */
const oneLine = EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || transaction.newDoc.lines === 1) return transaction;
    if (transaction.isUserEvent('input.paste') || !transaction.isUserEvent('input')) {
        return [{ changes: { from: 0, to: transaction.startState.doc.length, insert: transaction.newDoc.toString().replace(/\s*\n\s*/g, ' ') } }];
    }
    return [];
});

function dropPill(event: DragEvent, editor: EditorView): boolean {
    const text = event.dataTransfer?.getData(DRAGGED);
    if (!text) return false;
    event.preventDefault();
    const at = editor.posAtCoords({ x: event.clientX, y: event.clientY }) ?? editor.state.doc.length;
    insert(editor, text, at, at);
    editor.focus();
    return true;
}

/** Which editor a target belongs to: a field that disappears is no longer a place to insert into. */
const owners = new WeakMap<FieldTarget, EditorView>();

function target({ module, id }: MappingFieldProps, editor: EditorView): FieldTarget {
    const made: FieldTarget = {
        module,
        key: id,
        focus: () => editor.focus(),
        insert: (text) => {
            const { from, to } = editor.state.selection.main;
            insert(editor, text.replace(/^\{\{(.*)\}\}$/s, '$1'), from, to);
            editor.focus();
        },
    };
    owners.set(made, editor);
    return made;
}

/** Inside an expression a reference stands bare, outside it brings its own braces. */
function insert(editor: EditorView, text: string, from: number, to: number): void {
    const bare = expressionAt(editor.state.doc.toString(), from) !== undefined;
    const written = bare ? text : `{{${text}}}`;
    const caret = text.endsWith('()') ? from + written.length - (bare ? 1 : 3) : from + written.length;
    editor.dispatch({ changes: { from, to, insert: written }, selection: { anchor: caret }, userEvent: 'input.drop', scrollIntoView: true });
}

function toggle(editor: EditorView): boolean {
    const plain = editor.dom.classList.toggle('plain');
    editor.dispatch({ effects: setPlain.of(plain) });
    return true;
}
