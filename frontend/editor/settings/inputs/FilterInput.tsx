import type { ReactElement } from 'react';
import type { Row } from '../../model/blueprint';
import type { Json } from '../../model/json';
import { ConditionGroups } from '../ConditionGroups';
import type { InputProps } from '../FieldRow';

/** Conditions as the value of a field, such as which records a search finds. */
export function FilterInput({ no, value, onChange }: InputProps): ReactElement {
    const conditions = Array.isArray(value) ? (value as unknown as readonly (readonly Row[])[]) : [];
    return <ConditionGroups no={no} prefix="filter" conditions={conditions} onChange={(next) => onChange(next as unknown as Json)} />;
}
