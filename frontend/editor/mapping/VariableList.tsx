import type { ReactElement } from 'react';
import { useEditing } from '../store/editing';
import { plain } from './search';

const VARIABLES = ['now', 'timestamp', 'uuid', 'random', 'pi', 'executionId', 'newline', 'space', 'tab', 'emptystring', 'emptyarray', 'null', 'true', 'false', 'ignore', 'erase'];
const OF_THE_SCENARIO = ['var.scenario.name', 'var.scenario.id', 'var.scenario.executionId'];

/** Values every module can use: the clock, chance, this run, and the words of the language. */
export function VariableList({ search }: { readonly search: string }): ReactElement {
    const { texts, fields } = useEditing();
    const words = plain(search);
    const fitting = [...VARIABLES, ...OF_THE_SCENARIO].filter((name) => plain(`${name} ${texts.t(`mapping.variable.${name}`)}`).includes(words));
    return (
        <div className="data-tree" role="list">
            {fitting.map((name) => (
                <div key={name} role="listitem">
                    <button type="button" className="data-row function-row" onClick={() => fields.active.get()?.insert(`{{${name}}}`)}>
                        <span className="fn">{name}</span>
                        <span className="data-sample wide">{texts.t(`mapping.variable.${name}`)}</span>
                    </button>
                </div>
            ))}
        </div>
    );
}
