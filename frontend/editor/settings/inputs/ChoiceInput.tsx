import { useEffect, useState, type ReactElement } from 'react';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';

interface Choice {
    readonly id: string;
    readonly name: string;
}

const PLACES: Readonly<Record<string, string>> = { structure: '/structures', scenario: '/scenarios' };

/** One of the workspace's things by name: a data structure, a scenario to call. Its page is one press away. */
export function ChoiceInput({ field, value, onChange, labelledBy, describedBy, invalid, path }: InputProps): ReactElement {
    const { api, texts, draft, props } = useEditing();
    const [known, setKnown] = useState<readonly Choice[] | null>(null);
    const place = PLACES[field.type] ?? '';
    useEffect(() => {
        api.http<{ items: readonly Choice[] }>(place).then((page) => setKnown(page.items.filter(({ id }) => id !== draft.scenarioId)), () => setKnown([]));
    }, [api, place, draft]);
    const chosen = value === undefined || value === null ? '' : String(value);
    const page = field.type === 'scenario' ? (chosen === '' ? '' : `/scenarios/${chosen}`) : place;
    return (
        <>
            <select
                className="tt-select"
                data-testid={`field-${path}`}
                value={chosen}
                aria-labelledby={labelledBy}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                disabled={draft.readOnly}
                onChange={(event) => onChange(event.target.value || undefined)}
            >
                <option value="">{texts.t(field.required ? 'mapping.choose' : 'mapping.structure.none')}</option>
                {chosen !== '' && known !== null && !known.some(({ id }) => id === chosen) && <option value={chosen}>{texts.t('mapping.unknown', chosen)}</option>}
                {known?.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
            </select>
            {page && <a className="tt-link small" href={props.basePath + page}>{texts.t(`mapping.${field.type}.open`)}</a>}
        </>
    );
}
