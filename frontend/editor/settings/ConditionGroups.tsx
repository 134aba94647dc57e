import type { ReactElement } from 'react';
import type { Row } from '../model/blueprint';
import { useEditing } from '../store/editing';
import { ConditionRow, type RowVerdict } from './ConditionRow';
import { replaced, without } from './inputs/rows';

export interface ConditionGroupsProps {
    readonly no: number;
    readonly prefix: string;
    readonly conditions: readonly (readonly Row[])[];
    readonly onChange: (conditions: readonly (readonly Row[])[]) => void;
    readonly verdicts?: readonly (readonly RowVerdict[])[] | undefined;
}

const FRESH: Row = { a: '', o: 'text:equal', b: '' };

/** Groups of rows: all rows of a group must hold, any group will do. */
export function ConditionGroups({ no, prefix, conditions, onChange, verdicts }: ConditionGroupsProps): ReactElement {
    const { texts, draft } = useEditing();
    const groups = conditions.length > 0 ? conditions : [[FRESH]];
    const keep = (index: number, rows: readonly Row[]): void => onChange(rows.length > 0 ? replaced(groups, index, rows) : without(groups, index));
    return (
        <div className="tt-conditions">
            {groups.map((rows, group) => (
                <div key={group}>
                    {group > 0 && <p className="tt-or">{texts.t('mapping.filter.or')}</p>}
                    <div className="tt-card" role="group" aria-label={texts.t('mapping.filter.group', group + 1)}>
                        {rows.map((row, index) => (
                            <div key={index}>
                                {index > 0 && <p className="tt-and">{texts.t('mapping.filter.and')}</p>}
                                <ConditionRow
                                    no={no}
                                    path={`${prefix}.${group}.${index}`}
                                    row={row}
                                    verdict={verdicts?.[group]?.[index]}
                                    onChange={(next) => keep(group, replaced(rows, index, next))}
                                    {...(groups.length > 1 || rows.length > 1 || conditions.length > 0 ? { onRemove: () => keep(group, without(rows, index)) } : {})}
                                />
                            </div>
                        ))}
                        {!draft.readOnly && (
                            <button type="button" className="tt-link small" onClick={() => keep(group, [...rows, FRESH])}>
                                + {texts.t('mapping.filter.add-and')}
                            </button>
                        )}
                    </div>
                </div>
            ))}
            {!draft.readOnly && (
                <button type="button" className="tt-link small" onClick={() => onChange([...groups, [FRESH]])}>
                    + {texts.t('mapping.filter.add-or')}
                </button>
            )}
        </div>
    );
}
