import { useEffect, useState, type ReactElement } from 'react';
import type { ModuleSpec } from '../model/catalogue';
import { useEditing } from '../store/editing';
import { useModule, useProblems } from '../store/hooks';
import { NewConnection, type Connection } from './NewConnection';

/** Which stored credentials the module uses; a new connection is made in place. */
export function ConnectionField({ no, spec }: { readonly no: number; readonly spec: ModuleSpec }): ReactElement {
    const { api, draft, texts } = useEditing();
    const chosen = useModule(no)?.connection ?? '';
    const problems = useProblems(no, 'connection');
    const [known, setKnown] = useState<readonly Connection[] | null>(null);
    const [making, setMaking] = useState(false);
    const types = spec.connectionTypes ?? [];
    useEffect(() => {
        api.http<{ items: readonly Connection[] }>('/connections').then((answer) => setKnown(answer.items), () => setKnown([]));
    }, [api]);
    const fitting = known?.filter((connection) => types.includes(connection.type)) ?? [];
    const choose = (id: string): void => {
        draft.commit(texts.t('mapping.connection.step'), [id === '' ? { op: 'setConnection', no } : { op: 'setConnection', no, connection: id }]);
    };
    return (
        <div className="tt-field" data-key="connection">
            <label className="tt-label" htmlFor={`connection-${no}`}>
                <span>
                    {texts.t('mapping.connection')}
                    {spec.connectionRequired && <span className="tt-required"> *</span>}
                </span>
            </label>
            <div className="tt-inline">
                <select id={`connection-${no}`} className="tt-select" data-testid="field-connection" value={chosen} disabled={draft.readOnly} onChange={(event) => choose(event.target.value)}>
                    <option value="">{texts.t(spec.connectionRequired ? 'mapping.choose' : 'mapping.connection.none')}</option>
                    {chosen !== '' && known !== null && !fitting.some((connection) => connection.id === chosen) && <option value={chosen}>{texts.t('mapping.unknown', chosen)}</option>}
                    {fitting.map((connection) => (
                        <option key={connection.id} value={connection.id}>
                            {connection.name}
                        </option>
                    ))}
                </select>
                {!draft.readOnly && (
                    <button type="button" className="tt-btn tt-btn-ghost" onClick={() => setMaking(true)}>
                        + {texts.t('mapping.new')}
                    </button>
                )}
            </div>
            {problems.map((problem, index) => (
                <p key={index} className={`tt-fault ${problem.severity}`}>
                    {problem.message}
                </p>
            ))}
            {making && (
                <NewConnection
                    types={types}
                    onClose={() => setMaking(false)}
                    onMade={(made) => {
                        setKnown([...(known ?? []), made]);
                        setMaking(false);
                        choose(made.id);
                    }}
                />
            )}
        </div>
    );
}
