import type { Field } from '../model/catalogue';
import type { JsonObject } from '../model/json';

/** Whether a field is shown: always, or only while another one has a certain value. */
export function isShown(field: Field, siblings: readonly Field[], values: JsonObject): boolean {
    if (!field.showIf) return true;
    const { field: key, values: wanted } = field.showIf;
    const other = siblings.find((sibling) => sibling.key === key);
    const value = values[key] ?? other?.default ?? null;
    return wanted.some((candidate) => String(candidate) === String(value));
}
