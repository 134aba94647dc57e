import type { ReactElement } from 'react';
import { MappingField } from '../../mapping/MappingField';
import { useMapping } from '../../mapping/useMapping';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';

/** Text with pills: for words, numbers, dates and everything whose value is mapped. */
export function TextInput({ no, field, path, value, onChange, describedBy, invalid }: InputProps): ReactElement {
    const { draft } = useEditing();
    const { offer, look } = useMapping(no);
    return (
        <MappingField
            module={no}
            id={path}
            label={field.label}
            value={written(value ?? field.default)}
            onChange={(text) => onChange(text === '' ? undefined : text)}
            onBlur={() => draft.seal()}
            multiline={(field.multiline ?? false) || field.type === 'json'}
            readOnly={draft.readOnly}
            describedBy={describedBy}
            invalid={invalid}
            look={look}
            offer={offer}
            {...(field.placeholder ? { placeholder: field.placeholder } : {})}
        />
    );
}

function written(value: unknown): string {
    if (value === undefined || value === null) return '';
    return typeof value === 'object' ? JSON.stringify(value, null, 2) : String(value);
}
