import { useEffect, useState, type ReactElement } from 'react';
import { isObject } from '../../mapping/fields';
import { PARAMETER_TYPES } from '../../model/blueprint';
import type { Json, JsonObject } from '../../model/json';
import { useEditing } from '../../store/editing';
import { moved, replaced, without } from '../inputs/rows';
import { RowTools } from '../inputs/RowTools';
import { useSetting } from './Setting';

/** What a mapping can name. */
const NAME = /^[\p{L}_][\p{L}\p{N}_ .-]{0,99}$/u;

/** What a scenario takes when it is called, or gives back: names with their types. */
export function ParametersEditor({ name }: { readonly name: 'inputs' | 'outputs' }): ReactElement {
    const { texts, draft } = useEditing();
    const [value, set] = useSetting(name);
    const rows: readonly JsonObject[] = Array.isArray(value) ? value.filter(isObject) : [];
    const keep = (next: readonly JsonObject[]): void => set(next.length > 0 ? next : undefined);
    return (
        <div className="tt-list" data-testid={`parameters-${name}`}>
            <p className="tt-help">{texts.t(`editor.settings.${name}.help`)}</p>
            {rows.map((row, index) => (
                <div key={index} className="tt-card">
                    {!draft.readOnly && <RowTools index={index} count={rows.length} onMove={(to) => keep(moved(rows, index, to))} onRemove={() => keep(without(rows, index))} />}
                    <Parameter row={row} input={name === 'inputs'} taken={rows.filter((other) => other !== row).map((other) => String(other['name']))} onChange={(next) => keep(replaced(rows, index, next))} />
                </div>
            ))}
            {!draft.readOnly && (
                <button type="button" className="tt-btn tt-btn-ghost" data-testid={`add-${name}`} onClick={() => keep([...rows, { name: free(rows), type: 'text' }])}>
                    + {texts.t(`editor.settings.${name}.add`)}
                </button>
            )}
        </div>
    );
}

interface ParameterProps {
    readonly row: JsonObject;
    readonly input: boolean;
    /** Names of the others. */
    readonly taken: readonly string[];
    readonly onChange: (row: JsonObject) => void;
}

function Parameter({ row, input, taken, onChange }: ParameterProps): ReactElement {
    const { texts, draft } = useEditing();
    const put = (key: string, next: Json | undefined): void => {
        const { [key]: _old, ...rest } = row;
        onChange(next === undefined || next === '' || next === false ? rest : { ...row, [key]: next });
    };
    const text = (key: string, label: string): ReactElement => (
        <label className="tt-field">
            <span className="tt-label">{label}</span>
            <input className="tt-input" value={plain(row[key])} readOnly={draft.readOnly} onBlur={() => draft.seal()} onChange={(event) => put(key, event.target.value)} />
        </label>
    );
    const check = (key: string): ReactElement => (
        <label className="tt-check">
            <input type="checkbox" checked={row[key] === true} disabled={draft.readOnly} onChange={(event) => put(key, event.target.checked)} />
            {texts.t(`editor.parameter.${key}`)}
        </label>
    );
    const type = String(row['type'] ?? 'text');
    return (
        <div className="tt-form">
            <NameInput name={String(row['name'] ?? '')} taken={taken} onName={(name) => onChange({ ...row, name })} />
            <label className="tt-field">
                <span className="tt-label">{texts.t('editor.parameter.type')}</span>
                <select className="tt-select" value={type} disabled={draft.readOnly} onChange={(event) => onChange({ ...row, type: event.target.value })}>
                    {PARAMETER_TYPES.map((each) => <option key={each} value={each}>{texts.t(`editor.parameter.type.${each}`)}</option>)}
                </select>
            </label>
            {text('label', texts.t('editor.parameter.label'))}
            {input && type === 'select' && (
                <label className="tt-field">
                    <span className="tt-label">{texts.t('editor.parameter.options')}</span>
                    <textarea className="tt-input" rows={3} readOnly={draft.readOnly} defaultValue={options(row['options']).join('\n')} onBlur={(event) => put('options', event.target.value.split('\n').map((line) => line.trim()).filter(Boolean))} />
                </label>
            )}
            {input && text('default', texts.t('editor.parameter.default'))}
            {text('help', texts.t('editor.parameter.help'))}
            {input && check('required')}
            {input && type === 'text' && check('multiline')}
        </div>
    );
}

/** A name that mappings cannot use, or that another one bears, stays here until it is put right. */
function NameInput({ name, taken, onName }: { readonly name: string; readonly taken: readonly string[]; readonly onName: (name: string) => void }): ReactElement {
    const { texts, draft } = useEditing();
    const [typed, setTyped] = useState(name);
    useEffect(() => setTyped(name), [name]);
    const wrong = !NAME.test(typed) ? 'editor.parameter.name.wrong' : taken.includes(typed) ? 'editor.parameter.name.taken' : null;
    const change = (next: string): void => {
        setTyped(next);
        if (NAME.test(next) && !taken.includes(next)) onName(next);
    };
    return (
        <label className="tt-field">
            <span className="tt-label">{texts.t('editor.parameter.name')}</span>
            <input className="tt-input" value={typed} readOnly={draft.readOnly} aria-invalid={wrong !== null} onBlur={() => draft.seal()} onChange={(event) => change(event.target.value)} />
            {wrong && <span className="tt-fault error">{texts.t(wrong)}</span>}
        </label>
    );
}

const plain = (value: Json | undefined): string => (value === undefined || value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));

const options = (value: Json | undefined): readonly string[] =>
    Array.isArray(value) ? value.map((each: Json) => (isObject(each) ? String(each['value'] ?? '') : String(each))) : [];

function free(rows: readonly JsonObject[]): string {
    const taken = new Set(rows.map((row) => row['name']));
    for (let number = rows.length + 1; ; number++) if (!taken.has(`value${number}`)) return `value${number}`;
}
