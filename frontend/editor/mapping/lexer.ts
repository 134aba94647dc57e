/** Cuts the inside of `{{ … }}` into tokens; offsets are those of the whole template. */
export type TokenKind = 'number' | 'string' | 'name' | 'quoted' | 'operator' | 'bad' | 'end';

export interface Token {
    readonly kind: TokenKind;
    readonly from: number;
    readonly to: number;
    readonly text: string;
}

const TWO_CHARACTERS = ['!=', '<=', '>='];
const ONE_CHARACTER = '()[].;+-*/%=<>|&';
const NAME = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
const NUMBER = /\d+(?:\.\d+)?/y;

/** What stands at `at`; `bad` where no token can begin. */
export function tokenAt(source: string, at: number, limit: number): Token {
    const start = skipSpace(source, at, limit);
    if (start >= limit) return { kind: 'end', from: limit, to: limit, text: '' };
    const char = source.charAt(start);
    if (char === '"') return quotedBy('"', 'string', source, start, limit);
    if (char === '`') return quotedBy('`', 'quoted', source, start, limit);
    const word = match(NUMBER, source, start, limit);
    if (word) return { kind: 'number', from: start, to: start + word.length, text: word };
    const name = match(NAME, source, start, limit);
    if (name) return { kind: 'name', from: start, to: start + name.length, text: name };
    const two = source.slice(start, start + 2);
    if (TWO_CHARACTERS.includes(two)) return { kind: 'operator', from: start, to: start + 2, text: two };
    if (ONE_CHARACTER.includes(char)) return { kind: 'operator', from: start, to: start + 1, text: char };
    return { kind: 'bad', from: start, to: start + 1, text: char };
}

/** The offset of the `}}` that closes the expression opened before `at`: braces inside quotes do not count. */
export function closingBraces(source: string, at: number): number | undefined {
    for (let i = at; i < source.length; i++) {
        const char = source.charAt(i);
        if (char === '"' || char === '`') {
            const end = source.indexOf(char, i + 1);
            if (end < 0) return undefined;
            i = end;
        } else if (char === '}' && source.charAt(i + 1) === '}') {
            return i;
        }
    }
    return undefined;
}

function quotedBy(mark: string, kind: TokenKind, source: string, start: number, limit: number): Token {
    let at = start + 1;
    let text = '';
    while (at < limit) {
        const char = source.charAt(at);
        if (char !== mark) {
            text += char;
            at++;
        } else if (kind === 'string' && source.charAt(at + 1) === mark) {
            text += mark;
            at += 2;
        } else {
            return { kind, from: start, to: at + 1, text };
        }
    }
    return { kind, from: start, to: limit, text };
}

function skipSpace(source: string, at: number, limit: number): number {
    let i = at;
    while (i < limit && /\s/.test(source.charAt(i))) i++;
    return i;
}

function match(pattern: RegExp, source: string, at: number, limit: number): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0];
    return found === undefined ? undefined : found.slice(0, limit - at);
}
