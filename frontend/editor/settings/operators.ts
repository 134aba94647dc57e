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
    of('text', WORDS),
    of('number', COMPARED),
    of('date', COMPARED),
    of('time', COMPARED),
    of('boolean', ['equal', 'notequal']),
    of('array', ['contain', 'notcontain', ...COMPARED]),
    of('semver', COMPARED),
];

const WITH_TWIN: ReadonlySet<string> = new Set([...WORDS.map((word) => `text:${word}`), 'array:contain', 'array:notcontain']);
const CI = ':ci';

/** The operator without its mark for "upper and lower case alike". */
export const plainOperator = (operator: string): string => (operator.endsWith(CI) ? operator.slice(0, -CI.length) : operator);

export const ignoresCase = (operator: string): boolean => operator.endsWith(CI);

export const hasTwin = (operator: string): boolean => WITH_TWIN.has(plainOperator(operator));

/** The operator with or without the mark; one that has no twin stays as it is. */
export const withCase = (operator: string, ignore: boolean): string => {
    const plain = plainOperator(operator);
    return ignore && WITH_TWIN.has(plain) ? plain + CI : plain;
};

const AS_NUMBER: Readonly<Record<string, string>> = { 'text:equal': 'number:equal', 'text:notequal': 'number:notequal' };
const NUMBER = /^\s*-?\d+(?:[.,]\d+)?\s*$/;

/** The comparison of numbers that a comparison of text should have been: both sides look like numbers. */
export function asNumbers(operator: string, a: unknown, b: unknown): string | undefined {
    const looks = (value: unknown): boolean => typeof value === 'number' || (typeof value === 'string' && NUMBER.test(value));
    const known = a !== undefined && a !== null && a !== '';
    return looks(b) && (!known || looks(a)) ? AS_NUMBER[plainOperator(operator)] : undefined;
}

export const takesNoValue = (operator: string): boolean => operator === 'exist' || operator === 'notexist';

/** The operator a fresh row starts with: a number is not compared as text, the classic mistake. */
export function operatorFor(sample: unknown): string {
    if (typeof sample === 'number') return 'number:greater';
    if (typeof sample === 'boolean') return 'boolean:equal';
    if (Array.isArray(sample)) return 'array:contain';
    return 'text:equal';
}
