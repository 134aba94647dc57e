import { useState, type ReactElement } from 'react';
import { isObject, kindOf } from '../mapping/fields';
import type { Json } from '../model/json';
import { useEditing } from '../store/editing';

const SHOWN = 200;

/** A value, opened level by level. Everything is text: nothing of it is ever markup. */
export function JsonTree({ value, depth = 0 }: { readonly value: Json; readonly depth?: number }): ReactElement {
    const entries: readonly (readonly [string, Json])[] = Array.isArray(value) ? value.map((item: Json, index) => [String(index + 1), item] as const) : isObject(value) ? Object.entries(value) : [];
    const [limit, setLimit] = useState(SHOWN);
    const { texts } = useEditing();
    return (
        <ul className="json-tree">
            {entries.slice(0, limit).map(([key, item]) => (
                <Entry key={key} name={key} value={item} depth={depth} />
            ))}
            {entries.length > limit && (
                <li>
                    <button type="button" className="tt-link small" onClick={() => setLimit(limit + SHOWN)}>
                        {texts.n('mapping.inspect.rest', entries.length - limit)}
                    </button>
                </li>
            )}
        </ul>
    );
}

function Entry({ name, value, depth }: { readonly name: string; readonly value: Json; readonly depth: number }): ReactElement {
    const { texts } = useEditing();
    const [open, setOpen] = useState(depth < 2);
    const inside = Array.isArray(value) || isObject(value);
    if (!inside) {
        return (
            <li>
                <span className="json-key">{name}</span>
                <span className={`json-value ${kindOf(value)}`}>{value === null ? '–' : String(value)}</span>
            </li>
        );
    }
    const count = Array.isArray(value) ? value.length : Object.keys(value).length;
    return (
        <li>
            <button type="button" className="json-key" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? '▾' : '▸'} {name}
                <small>{Array.isArray(value) ? texts.n('mapping.items', count) : `{${count}}`}</small>
            </button>
            {open && <JsonTree value={value} depth={depth + 1} />}
        </li>
    );
}
