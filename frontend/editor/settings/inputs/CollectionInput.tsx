import type { ReactElement } from 'react';
import type { JsonObject } from '../../model/json';
import { isObject } from '../../mapping/fields';
import { FieldRow, type InputProps } from '../FieldRow';
import { isShown } from '../shown';

/** The parts of a collection, one below the other. */
export function CollectionInput({ no, field, path, value, onChange, labelledBy }: InputProps): ReactElement {
    const own: JsonObject = isObject(value) ? value : {};
    const parts = field.fields ?? [];
    return (
        <div role="group" aria-labelledby={labelledBy} className="tt-nested">
            {parts.filter((part) => isShown(part, parts, own)).map((part) => (
                <FieldRow
                    key={part.key}
                    no={no}
                    field={part}
                    path={`${path}.${part.key}`}
                    value={own[part.key]}
                    onChange={(next) => onChange(withPart(own, part.key, next))}
                />
            ))}
        </div>
    );
}

export function withPart(own: JsonObject, key: string, value: JsonObject[string] | undefined): JsonObject {
    const { [key]: _before, ...rest } = own;
    return value === undefined ? rest : { ...own, [key]: value };
}
