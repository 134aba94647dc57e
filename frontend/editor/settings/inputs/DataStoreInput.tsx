import { useEffect, useState, type ReactElement } from 'react';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';

interface Store {
    readonly id: string;
    readonly name: string;
}

/** One of the workspace's data stores; a new one can be made in place. */
export function DataStoreInput({ value, onChange, labelledBy, describedBy, invalid, path }: InputProps): ReactElement {
    const { api, texts, draft } = useEditing();
    const [stores, setStores] = useState<readonly Store[] | null>(null);
    const [naming, setNaming] = useState<string | null>(null);
    useEffect(() => {
        api.http<{ items: readonly Store[] }>('/datastores').then((answer) => setStores(answer.items), () => setStores([]));
    }, [api]);
    const create = (): void => {
        if (!naming?.trim()) return;
        void api.http<Store>('/datastores', { method: 'POST', body: { name: naming.trim() } }).then((made) => {
            setStores([...(stores ?? []), made]);
            setNaming(null);
            onChange(made.id);
        });
    };
    const chosen = value === undefined || value === null ? '' : String(value);
    return (
        <>
            <div className="tt-inline">
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
                    <option value="">{texts.t('mapping.choose')}</option>
                    {chosen !== '' && stores !== null && !stores.some((store) => store.id === chosen) && <option value={chosen}>{texts.t('mapping.unknown', chosen)}</option>}
                    {stores?.map((store) => (
                        <option key={store.id} value={store.id}>
                            {store.name}
                        </option>
                    ))}
                </select>
                {!draft.readOnly && (
                    <button type="button" className="tt-btn tt-btn-ghost" onClick={() => setNaming('')}>
                        + {texts.t('mapping.new')}
                    </button>
                )}
            </div>
            {naming !== null && (
                <form
                    className="tt-inline"
                    onSubmit={(event) => {
                        event.preventDefault();
                        create();
                    }}
                >
                    <input className="tt-input" autoFocus value={naming} placeholder={texts.t('mapping.store.name')} aria-label={texts.t('mapping.store.name')} onChange={(event) => setNaming(event.target.value)} />
                    <button type="submit" className="tt-btn tt-btn-ink">
                        {texts.t('mapping.store.create')}
                    </button>
                </form>
            )}
        </>
    );
}
