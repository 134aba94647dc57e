import { useState, type ReactElement } from 'react';
import type { Json, JsonObject } from '../../model/json';
import { isObject } from '../../mapping/fields';
import type { InputProps } from '../FieldRow';
import { PairsInput } from './PairsInput';

/**
 * A collection whose fields the user names: shown as pairs, kept as an object. The pairs are held here while they are
 * typed, since two of them may bear the same name for a moment.
 */
export function FreeCollectionInput(props: InputProps): ReactElement {
    const own: JsonObject = isObject(props.value) ? props.value : {};
    const [typed, setTyped] = useState<readonly JsonObject[]>([]);
    const rows = same(collect(typed), own) ? typed : Object.entries(own).map(([name, value]) => ({ name, value }));
    const keep = (next: Json | undefined): void => {
        const pairs = Array.isArray(next) ? next.filter(isObject) : [];
        setTyped(pairs);
        props.onChange(collect(pairs));
    };
    return <PairsInput {...props} value={rows} onChange={keep} />;
}

function collect(pairs: readonly JsonObject[]): JsonObject {
    return Object.fromEntries(pairs.map((pair) => [String(pair['name'] ?? ''), pair['value'] ?? '']).filter(([name]) => name !== ''));
}

function same(left: JsonObject, right: JsonObject): boolean {
    return JSON.stringify(left) === JSON.stringify(right);
}
