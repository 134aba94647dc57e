/** The operators of filters by the kind of values they compare; the names are those of the mapping language. */
export interface OperatorGroup {
    readonly kind: string;
    readonly operators: readonly string[];
}

const COMPARED = ['equal', 'notequal', 'greater', 'less', 'greaterorequal', 'lessorequal'];
const WORDS = ['equal', 'notequal', 'contain', 'notcontain', 'startwith', 'notstartwith', 'endwith', 'notendwith', 'pattern', 'notpattern'];
const of = (kind: string, names: readonly string[]): OperatorGroup => ({ kind, operators: names.map((name) => `${kind}:${name}`) });

export const OPERATORS: readonly OperatorGroup[] = [
    { kind: 'basic', operators: ['exist', 'notexist'] },
    of('text', [...WORDS, ...WORDS.map((word) => `${word}:ci`)]),
    of('number', COMPARED),
    of('date', COMPARED),
    of('time', COMPARED),
    of('boolean', ['equal', 'notequal']),
    of('array', ['contain', 'notcontain', 'contain:ci', 'notcontain:ci', ...COMPARED]),
];

export const takesNoValue = (operator: string): boolean => operator === 'exist' || operator === 'notexist';

/** The operator a fresh row starts with: a number is not compared as text, the classic mistake. */
export function operatorFor(sample: unknown): string {
    if (typeof sample === 'number') return 'number:greater';
    if (typeof sample === 'boolean') return 'boolean:equal';
    if (Array.isArray(sample)) return 'array:contain';
    return 'text:equal';
}
