import type { ReactElement } from 'react';
import { branchesInto } from '../../canvas/joins';
import { linkWords } from '../../canvas/words';
import { isObject } from '../../mapping/fields';
import type { Field } from '../../model/catalogue';
import type { Json, JsonObject } from '../../model/json';
import { useEditing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import type { InputProps } from '../FieldRow';
import { RowTools } from './RowTools';
import { moved, replaced, without } from './rows';
import { TextInput } from './TextInput';

/** What goes on after the branches of an If-else: fields with a name, and for each branch the value it brings. */
export function MergeInput({ no, path, value, onChange, labelledBy }: InputProps): ReactElement {
    const { texts, draft } = useEditing();
    const branches = branchesInto(useBlueprint(), no);
    const rows: readonly JsonObject[] = Array.isArray(value) ? value.filter(isObject) : [];
    const valuesOf = (row: JsonObject): readonly Json[] => (Array.isArray(row['values']) ? row['values'] : []);
    const count = Math.max(branches.length, ...rows.map((row) => valuesOf(row).length), 0);
    const words = (branch: number): string => {
        const link = branches[branch];
        return (link && linkWords(link, texts)) || texts.t('editor.merge.branch', branch + 1);
    };
    const put = (index: number, row: JsonObject): void => onChange(replaced(rows, index, row));
    const set = (index: number, row: JsonObject, branch: number, next: Json | undefined): void => {
        const values = Array.from({ length: count }, (_none, at) => (at === branch ? (next ?? '') : (valuesOf(row)[at] ?? '')));
        put(index, { ...row, values });
    };
    return (
        <div role="group" aria-labelledby={labelledBy} className="tt-list" data-testid={`field-${path}`}>
            {count === 0 && <p className="tt-help">{texts.t('editor.merge.none')}</p>}
            {rows.map((row, index) => (
                <div key={index} className="tt-card tt-merge">
                    <RowTools index={index} count={rows.length} onMove={(to) => onChange(moved(rows, index, to))} onRemove={() => onChange(without(rows, index))} />
                    <label className="tt-field">
                        <span className="tt-label">{texts.t('editor.merge.name')}</span>
                        <input className="tt-input" value={String(row['name'] ?? '')} readOnly={draft.readOnly} data-testid={`merge-name-${index}`} onBlur={() => draft.seal()} onChange={(event) => put(index, { ...row, name: event.target.value })} />
                    </label>
                    {Array.from({ length: count }, (_none, branch) => {
                        const field: Field = { key: `values.${branch}`, label: words(branch), type: 'text' };
                        return (
                            <div key={branch} className="tt-field">
                                <span className="tt-label">{words(branch)}</span>
                                <TextInput no={no} field={field} path={`${path}.${index}.values.${branch}`} value={valuesOf(row)[branch]} onChange={(next) => set(index, row, branch, next)} labelledBy="" describedBy="" invalid={false} />
                            </div>
                        );
                    })}
                </div>
            ))}
            {!draft.readOnly && (
                <button type="button" className="tt-btn tt-btn-ghost" data-testid="merge-add" onClick={() => onChange([...rows, { name: '', values: Array.from({ length: count }, () => '') }])}>
                    + {texts.t('editor.merge.add')}
                </button>
            )}
        </div>
    );
}
