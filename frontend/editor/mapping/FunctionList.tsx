import { useState, type ReactElement } from 'react';
import { useEditing } from '../store/editing';
import type { FunctionSpec } from './completion';
import { useFunctions } from './samples';
import { plain } from './search';

/** Every function of the language by family; the focused one tells its arguments and examples. */
export function FunctionList({ search }: { readonly search: string }): ReactElement {
    const { texts } = useEditing();
    const words = plain(search);
    const fitting = useFunctions().filter((spec) => plain(`${spec.name} ${spec.help}`).includes(words));
    const groups = [...new Set(fitting.map((spec) => spec.group))];
    return (
        <div className="data-tree" role="list">
            {groups.map((group) => (
                <div key={group} role="group" aria-label={texts.t(`mapping.group.${group}`)}>
                    <div className="data-group">{texts.t(`mapping.group.${group}`)}</div>
                    {fitting.filter((spec) => spec.group === group).map((spec) => <FunctionRow key={spec.name} spec={spec} />)}
                </div>
            ))}
        </div>
    );
}

function FunctionRow({ spec }: { readonly spec: FunctionSpec }): ReactElement {
    const { fields } = useEditing();
    const [open, setOpen] = useState(false);
    const example = spec.examples?.[0];
    return (
        <div role="listitem" onFocus={() => setOpen(true)} onBlur={() => setOpen(false)} onMouseEnter={() => setOpen(true)} onMouseLeave={() => setOpen(false)}>
            <button type="button" className="data-row function-row" onClick={() => fields.active.get()?.insert(`{{${spec.name}()}}`)}>
                <span className="fn">{spec.name}</span>
                <span className="data-sample">{spec.signature}</span>
            </button>
            {open && (
                <p className="data-note">
                    {spec.help}
                    {example && (
                        <code>
                            {example.source} → {example.result}
                        </code>
                    )}
                </p>
            )}
        </div>
    );
}
