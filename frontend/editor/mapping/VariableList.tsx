import { useEffect, useState, type ReactElement } from 'react';
import { onErrorRoute } from '../canvas/guarded';
import type { Json } from '../model/json';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { isObject } from './fields';
import { plain } from './search';

const VARIABLES = ['now', 'timestamp', 'uuid', 'random', 'pi', 'executionId', 'newline', 'space', 'tab', 'emptystring', 'emptyarray', 'null', 'true', 'false', 'ignore', 'erase'];
const OF_THE_SCENARIO = ['var.scenario.name', 'var.scenario.id', 'var.scenario.executionId'];

const OF_THE_ERROR = ['error.message', 'error.type', 'error.detail', 'error.module', 'error.moduleName'];

interface Variable {
    readonly name: string;
    readonly help: string;
}

/** Values every module can use: the clock, chance, this run, the words of the language; in a route for errors, the error. */
export function VariableList({ no, search }: { readonly no: number; readonly search: string }): ReactElement {
    const { texts, fields } = useEditing();
    const blueprint = useBlueprint();
    const workspace = useWorkspaceVariables();
    const words = plain(search);
    const fixed = [...(onErrorRoute(blueprint, no) ? OF_THE_ERROR : []), ...VARIABLES, ...OF_THE_SCENARIO].map((name): Variable => ({ name, help: texts.t(`mapping.variable.${name}`) }));
    const all = [...inputs(blueprint.settings['inputs'], texts.t('mapping.variable.input')), ...workspace.map((name): Variable => ({ name: `var.workspace.${quoted(name)}`, help: texts.t('mapping.variable.workspace') })), ...fixed];
    const fitting = all.filter(({ name, help }) => plain(`${name} ${help}`).includes(words));
    return (
        <div className="data-tree" role="list">
            {fitting.map(({ name, help }) => (
                <div key={name} role="listitem">
                    <button type="button" className="data-row function-row" onClick={() => fields.active.get()?.insert(`{{${name}}}`)}>
                        <span className="fn">{name}</span>
                        <span className="data-sample wide">{help}</span>
                    </button>
                </div>
            ))}
        </div>
    );
}

function inputs(value: Json | undefined, help: string): readonly Variable[] {
    const rows = Array.isArray(value) ? value.filter(isObject) : [];
    return rows.map((row) => ({ name: `var.input.${quoted(String(row['name'] ?? ''))}`, help: String(row['label'] ?? row['help'] ?? help) }));
}

const quoted = (name: string): string => (/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``);

/** The variables of the workspace by name; none where they cannot be read. */
function useWorkspaceVariables(): readonly string[] {
    const { api } = useEditing();
    const [names, setNames] = useState<readonly string[]>([]);
    useEffect(() => {
        let over = false;
        api.http<{ items: readonly { name: string }[] }>('/variables').then((page) => !over && setNames(page.items.map(({ name }) => name)), () => undefined);
        return () => void (over = true);
    }, [api]);
    return names;
}
