import { isObject } from '../../mapping/fields';
import type { Json } from '../../model/json';
import type { Foreign } from '../../store/stage';

const LONGEST = 10_000_000;

/** The tool whose scenario this text is: a blueprint or clipboard fragment of Make, a workflow of n8n; else null. */
export function foreignIn(text: string): Foreign | null {
    if (text.length > LONGEST || !text.trimStart().startsWith('{')) return null;
    try {
        const value = JSON.parse(text) as Json;
        if (!isObject(value)) return null;
        if (isN8n(value)) return 'n8n';
        return isMake(value) ? 'make' : null;
    } catch {
        return null;
    }
}

function isMake(value: Json | undefined, depth = 0): boolean {
    if (typeof value === 'string' && depth > 0) return /"(?:flow|subflows)"\s*:/.test(value);
    if (!isObject(value)) return false;
    if (Array.isArray(value['flow']) || Array.isArray(value['subflows'])) return true;
    return depth < 2 && (isMake(value['response'], depth + 1) || isMake(value['blueprint'], depth + 1));
}

const isN8n = (value: { readonly [key: string]: Json }): boolean => {
    const nodes = value['nodes'];
    return Array.isArray(nodes) && nodes.length > 0 && isObject(value['connections']) && nodes.every((node: Json) => isObject(node) && typeof node['type'] === 'string');
};
