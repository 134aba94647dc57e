import type { ReactElement } from 'react';
import type { Field } from '../../model/catalogue';
import type { Json } from '../../model/json';
import { useEditing } from '../../store/editing';
import { FieldRow, type InputProps } from '../FieldRow';
import { RowTools } from './RowTools';
import { moved, replaced, without } from './rows';

/** A list: a card for each item, which can be moved, copied and taken away without dragging. */
export function ArrayInput({ no, field, path, value, onChange, labelledBy }: InputProps): ReactElement {
    const { texts, draft } = useEditing();
    const items: readonly Json[] = Array.isArray(value) ? value : [];
    const item = itemOf(field);
    return (
        <div role="group" aria-labelledby={labelledBy} className="tt-list" data-testid={`field-${path}`}>
            {items.map((entry, index) => (
                <div key={index} className="tt-card">
                    <RowTools index={index} count={items.length} onMove={(to) => onChange(moved(items, index, to))} onRemove={() => onChange(without(items, index))} />
                    <FieldRow
                        no={no}
                        path={`${path}.${index}`}
                        field={{ ...item, label: texts.t('mapping.item', index + 1) }}
                        value={entry}
                        onChange={(next) => onChange(replaced(items, index, next ?? (item.type === 'collection' ? {} : '')))}
                    />
                </div>
            ))}
            {!draft.readOnly && (
                <button type="button" className="tt-btn tt-btn-ghost" onClick={() => onChange([...items, item.type === 'collection' ? {} : ''])}>
                    + {texts.t('mapping.add')}
                </button>
            )}
        </div>
    );
}

function itemOf(field: Field): Field {
    if (field.item) return field.item;
    return { key: 'item', label: '', type: 'collection', mappable: false, fields: field.fields ?? [] };
}
