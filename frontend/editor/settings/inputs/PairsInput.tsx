import type { ReactElement } from 'react';
import type { Field } from '../../model/catalogue';
import type { Json, JsonObject } from '../../model/json';
import { isObject } from '../../mapping/fields';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';
import { RowTools } from './RowTools';
import { moved, replaced, without } from './rows';
import { TextInput } from './TextInput';

/** Names with values, in two columns: headers, query parameters, form fields, variables. */
export function PairsInput({ no, field, path, value, onChange, labelledBy, describedBy }: InputProps): ReactElement {
    const { texts, draft } = useEditing();
    const rows: readonly JsonObject[] = Array.isArray(value) ? value.filter(isObject) : [];
    const cell = (row: JsonObject, index: number, key: 'name' | 'value'): ReactElement => {
        const own: Field = { key, label: texts.t(`mapping.pair.${key}`), type: 'text', placeholder: texts.t(`mapping.pair.${key}`) };
        const change = (next: Json | undefined): void => onChange(replaced(rows, index, { ...row, [key]: next ?? '' }));
        return <TextInput no={no} field={own} path={`${path}.${index}.${key}`} value={row[key]} onChange={change} labelledBy={labelledBy} describedBy={describedBy} invalid={false} />;
    };
    return (
        <div role="group" aria-labelledby={labelledBy} className="tt-list" data-testid={`field-${path}`}>
            {rows.map((row, index) => (
                <div key={index} className="tt-pair">
                    {cell(row, index, 'name')}
                    {cell(row, index, 'value')}
                    <RowTools index={index} count={rows.length} onMove={(to) => onChange(moved(rows, index, to))} onRemove={() => onChange(without(rows, index))} />
                </div>
            ))}
            {!draft.readOnly && (
                <button type="button" className="tt-btn tt-btn-ghost" onClick={() => onChange([...rows, { name: '', value: '' }])}>
                    + {texts.t('mapping.add')}
                </button>
            )}
        </div>
    );
}
