import type { ReactElement } from 'react';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';

/** Yes or no. */
export function SwitchInput({ field, value, onChange, labelledBy, describedBy, path }: InputProps): ReactElement {
    const { texts, draft } = useEditing();
    const on = String(value ?? field.default ?? false) === 'true';
    return (
        <button
            type="button"
            role="switch"
            className="tt-yesno"
            data-testid={`field-${path}`}
            aria-checked={on}
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            disabled={draft.readOnly}
            onClick={() => onChange(!on)}
        >
            <span className="knob" aria-hidden />
            {texts.t(on ? 'mapping.yes' : 'mapping.no')}
        </button>
    );
}
