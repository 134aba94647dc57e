/** How a place in a bundle is written in the mapping language, and how it is called in the interface. */
const PLAIN = /^[\p{L}_$][\p{L}\p{N}_$]*$/u;
const INDEX = /^\[.*\]$/;

/** `1.customer.email`, `` 1.`Customer name` `` or `1.lines[2].total`. */
export function reference(module: number, path: readonly string[]): string {
    const [first, ...rest] = path;
    if (first === undefined) return `\`${module}\``;
    return rest.reduce((text, segment) => text + step(segment), `${module}${step(first)}`);
}

/** The label of a pill: the last name on its path, with the brackets that follow it. */
export function labelOf(module: number, path: readonly string[]): string {
    const last = path.findLastIndex((segment) => !INDEX.test(segment));
    return last < 0 ? `${module}${path.join('')}` : path.slice(last).join('');
}

function step(segment: string): string {
    if (INDEX.test(segment)) return segment;
    return PLAIN.test(segment) ? `.${segment}` : `.\`${segment}\``;
}
