import type { Texts } from '../i18n/texts';
import type { Filter, Link, Module, Row } from '../model/blueprint';
import type { ModuleSpec } from '../model/catalogue';
import { plainOperator } from '../settings/operators';

type Specs = ReadonlyMap<string, ModuleSpec>;

/** The name a person gave, else what the module does. */
export const nameOf = (m: Module, specs: Specs): string => m.name ?? specs.get(m.module)?.name ?? inertName(m.module);

/** The second line of a capsule: app and operation, without repeating the first. */
export function kindOf(m: Module, specs: Specs): string {
    const spec = specs.get(m.module);
    if (!spec) return m.module.replace(/^inert:/, '').replace(':', ' · ');
    return m.name && m.name !== spec.name ? `${spec.appName} · ${spec.name}` : spec.appName;
}

const inertName = (ref: string): string => ref.split(':').at(-1) ?? ref;

/** What stands under a link: its own name, else its condition in words. */
export function linkWords(link: Link, texts: Texts): string {
    if (link.error) return link.name ?? link.filter?.name ?? (link.filter ? filterWords(link.filter, texts) : errorWords(link.errors ?? [], texts));
    if (link.fallback) return link.name ?? texts.t('editor.link.otherwise');
    return link.name ?? link.filter?.name ?? (link.filter ? filterWords(link.filter, texts) : '');
}

/** The types of errors a route handles, the first two by name; nothing for all of them. */
export function errorWords(errors: readonly string[], texts: Texts): string {
    const names = errors.map((error) => (texts.has(`editor.error.${error}`) ? texts.t(`editor.error.${error}`) : error));
    return names.length > 2 ? `${names.slice(0, 2).join(', ')}…` : names.join(', ');
}

export function filterWords(filter: Filter, texts: Texts): string {
    const row = filter.conditions[0]?.[0];
    if (!row) return '';
    const more = filter.conditions.length > 1 || (filter.conditions[0]?.length ?? 0) > 1;
    return rowWords(row, texts) + (more ? '…' : '');
}

function rowWords(row: Row, texts: Texts): string {
    const plainly = plainOperator(row.o);
    const key = [plainly.replace(':', '.'), `number.${plainly.split(':').at(-1)}`].map((name) => `editor.operator.${name}`).find((name) => texts.has(name));
    const operator = key ? texts.t(key) : (plainly.split(':').at(-1) ?? row.o);
    return [plain(row.a), operator, plain(row.b)].filter((part) => part !== '').join(' ');
}

/** A mapped value as people say it: the last part of its path. */
function plain(value: unknown): string {
    if (value === undefined || value === null) return '';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.replace(/\{\{\s*\d+\.([^{}]*?)\s*\}\}/g, (_all, path: string) => path.split('.').at(-1)?.replaceAll('`', '') ?? path);
}
