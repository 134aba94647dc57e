import { useEffect, useState, type ReactNode } from 'react';
import type { Json, JsonObject } from '../model/json';

interface JsonFieldsProps {
    readonly value: JsonObject;
    readonly readOnly?: boolean;
    readonly testid?: string;
    readonly wrong: string;
    readonly onChange: (value: JsonObject) => void;
}

/** The fields of one bundle, to correct by hand: a line for a plain value, JSON for lists and collections. */
export function JsonFields({ value, readOnly = false, testid, wrong, onChange }: JsonFieldsProps): ReactNode {
    return (
        <div className="tt-json-fields" data-testid={testid}>
            {Object.entries(value).map(([key, item]) => (
                <JsonField key={key} name={key} value={item as Json} readOnly={readOnly} wrong={wrong} onChange={(next) => onChange({ ...value, [key]: next })} />
            ))}
        </div>
    );
}

interface JsonFieldProps {
    readonly name: string;
    readonly value: Json;
    readonly readOnly: boolean;
    readonly wrong: string;
    readonly onChange: (value: Json) => void;
}

function JsonField({ name, value, readOnly, wrong, onChange }: JsonFieldProps): ReactNode {
    const [typed, setTyped] = useState(() => written(value));
    const [faulty, setFaulty] = useState(false);
    useEffect(() => setTyped((now) => (same(readBack(now, value), value) ? now : written(value))), [value]);
    const inside = typeof value === 'object' && value !== null;
    const change = (text: string): void => {
        setTyped(text);
        const next = readBack(text, value);
        setFaulty(next === undefined);
        if (next !== undefined) onChange(next);
    };
    const long = inside || typed.length > 60 || typed.includes('\n');
    if (typeof value === 'boolean') {
        return (
            <label className="tt-check">
                <input type="checkbox" name={name} checked={value} disabled={readOnly} onChange={(event) => onChange(event.target.checked)} />
                {name}
            </label>
        );
    }
    return (
        <label className="tt-field">
            <span className="tt-label">{name}</span>
            {long ? (
                <textarea className={`tt-input ${inside ? 'mono' : ''}`} rows={Math.min(10, typed.split('\n').length + 1)} value={typed} readOnly={readOnly} aria-invalid={faulty} name={name} onChange={(event) => change(event.target.value)} />
            ) : (
                <input className="tt-input" value={typed} readOnly={readOnly} aria-invalid={faulty} name={name} onChange={(event) => change(event.target.value)} />
            )}
            {faulty && <span className="tt-fault error">{wrong}</span>}
        </label>
    );
}

const written = (value: Json): string => (value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value, null, typeof value === 'object' ? 2 : undefined));

const same = (one: Json | undefined, other: Json): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What was typed, in the type that the value had; `undefined` where it cannot be read so. */
export function readBack(text: string, before: Json): Json | undefined {
    if (typeof before === 'string') return text;
    if (before === null) return text === '' ? null : text;
    try {
        const read = JSON.parse(text) as Json;
        return typeof read === typeof before && Array.isArray(read) === Array.isArray(before) ? read : undefined;
    } catch {
        return undefined;
    }
}
