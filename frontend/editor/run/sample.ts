import type { Blueprint } from '../model/blueprint';
import type { JsonObject } from '../model/json';

/** A body to try a webhook with: the fields that later modules read from it, else a name and an e-mail address. */
export function firstBody(b: Blueprint, trigger: number): JsonObject {
    const text = JSON.stringify([b.modules.map((m) => m.values), b.links.map((l) => l.filter ?? null)]);
    const names = [...text.matchAll(new RegExp(`(?<![\\w.\`])${trigger}\\.([A-Za-z_][\\w]*)`, 'g'))].map((match) => match[1] ?? '');
    const keys = [...new Set(names.filter((name) => !name.startsWith('__')))];
    const chosen = keys.length > 0 ? [...keys, ...(keys.length === 1 && keys[0] === 'name' ? ['email'] : [])] : ['name', 'email'];
    return Object.fromEntries(chosen.map((key) => [key, '']));
}

/** What a person typed, as JSON means it: numbers and yes/no keep their type. */
export function typed(text: string): string | number | boolean {
    if (text === 'true' || text === 'false') return text === 'true';
    return /^-?(0|[1-9]\d{0,14})(\.\d+)?$/.test(text) ? Number(text) : text;
}
