import type { ReactElement } from 'react';
import { useEditing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { before } from '../before';
import type { InputProps } from '../FieldRow';

/** Another module before this one, such as the one whose bundles an aggregator collects. */
export function ModuleInput({ no, value, onChange, labelledBy, describedBy, invalid, path }: InputProps): ReactElement {
    const { texts, specs, draft } = useEditing();
    const blueprint = useBlueprint();
    const earlier = before(blueprint, no);
    const chosen = value === undefined || value === null ? '' : String(value);
    return (
        <select
            className="tt-select"
            data-testid={`field-${path}`}
            value={chosen}
            aria-labelledby={labelledBy}
            aria-describedby={describedBy}
            aria-invalid={invalid}
            disabled={draft.readOnly}
            onChange={(event) => onChange(event.target.value === '' ? undefined : Number(event.target.value))}
        >
            <option value="">{texts.t('mapping.choose')}</option>
            {chosen !== '' && !earlier.some((module) => String(module.no) === chosen) && <option value={chosen}>{texts.t('mapping.unknown', chosen)}</option>}
            {earlier.map((module) => (
                <option key={module.no} value={module.no}>
                    {module.no} · {module.name ?? specs.get(module.module)?.name ?? module.module}
                </option>
            ))}
        </select>
    );
}
