import type { ReactElement } from 'react';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';

/** One of the values the module knows. */
export function SelectInput({ field, value, onChange, labelledBy, describedBy, invalid, path }: InputProps): ReactElement {
    const { texts, draft } = useEditing();
    const options = field.options ?? [];
    const chosen = String(value ?? field.default ?? '');
    const unknown = chosen !== '' && !options.some((option) => option.value === chosen);
    return (
        <select
            className="tt-select"
            data-testid={`field-${path}`}
            value={chosen}
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            disabled={draft.readOnly}
            onChange={(event) => onChange(event.target.value === '' ? undefined : event.target.value)}
        >
            {(chosen === '' || !field.required) && <option value="">{texts.t('mapping.choose')}</option>}
            {unknown && <option value={chosen}>{texts.t('mapping.unknown', chosen)}</option>}
            {options.map((option) => (
                <option key={option.value} value={option.value}>
                    {option.label}
                </option>
            ))}
        </select>
    );
}
