import { closingBraces, tokenAt, type Token } from './lexer';

/**
  * The mapping language as the browser sees it: where the pills, the functions and the mistakes are. Values are
  * computed by the server alone; this parser only has to agree with it about places (`fixtures/grammar.json`).
  */
export interface Pill {
    readonly from: number;
    readonly to: number;
    readonly module: number;
    /** Names, or the text of an index in brackets (empty for the first item). */
    readonly path: readonly string[];
}

export interface Call {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    /** Offset of the opening bracket. */
    readonly open: number;
    /** Offset of the closing bracket, where there is one. */
    readonly close?: number;
}

export interface Mistake {
    readonly from: number;
    readonly to: number;
    readonly key: string;
    readonly about?: string;
}

export interface Embedded {
    /** From the first brace to behind the last. */
    readonly from: number;
    readonly to: number;
    readonly closed: boolean;
    /** The pill it consists of, if it is nothing else. */
    readonly only?: Pill;
}

export interface Parsed {
    readonly expressions: readonly Embedded[];
    readonly pills: readonly Pill[];
    readonly calls: readonly Call[];
    readonly mistakes: readonly Mistake[];
}

export function parse(source: string): Parsed {
    const expressions: Embedded[] = [];
    const found = { pills: [] as Pill[], calls: [] as Call[], mistakes: [] as Mistake[] };
    let at = source.indexOf('{{');
    while (at >= 0) {
        const close = closingBraces(source, at + 2);
        const limit = close ?? source.length;
        const end = close === undefined ? source.length : close + 2;
        const before = found.pills.length;
        if (close === undefined) found.mistakes.push({ from: at, to: at + 2, key: 'mapping.mistake.unclosed' });
        else new Reader(source, at + 2, limit, found).whole();
        const bundle = at === 0 && end === source.length ? /^(\s*)(\d+)\s*$/.exec(source.slice(2, limit)) : null;
        if (bundle) found.pills.push(wholeBundle(2 + (bundle[1]?.length ?? 0), bundle[2] ?? ''));
        const only = found.pills.length === before + 1 ? found.pills[before] : undefined;
        const alone = only !== undefined && source.slice(at + 2, limit).trim() === source.slice(only.from, only.to);
        expressions.push({ from: at, to: end, closed: close !== undefined, ...(alone ? { only } : {}) });
        at = source.indexOf('{{', end);
    }
    return { expressions, ...found };
}

/** A number that is all there is in a field is the whole bundle of that module. */
function wholeBundle(from: number, digits: string): Pill {
    return { from, to: from + digits.length, module: Number(digits), path: [] };
}

const LEVELS: readonly (readonly string[])[] = [
    ['|'],
    ['&'],
    ['=', '!=', '<', '>', '<=', '>='],
    ['+', '-'],
    ['*', '/', '%'],
];
const DEEPEST = 64;

class Reader {
    private next: Token;
    private previousEnd: number;
    private depth = 0;
    private failed = false;

    constructor(
        private readonly source: string,
        start: number,
        private readonly limit: number,
        private readonly out: { pills: Pill[]; calls: Call[]; mistakes: Mistake[] },
    ) {
        this.previousEnd = start;
        this.next = this.read(start);
    }

    whole(): void {
        if (this.ended()) return;
        this.level(0);
        if (!this.failed && !this.ended()) this.misfit(this.next);
    }

    private level(index: number): void {
        const operators = LEVELS[index];
        if (operators === undefined) return this.unary();
        this.level(index + 1);
        while (!this.failed && this.next.kind !== 'string' && operators.includes(this.next.text)) {
            this.advance();
            this.level(index + 1);
        }
    }

    private unary(): void {
        while (this.next.text === '-' && this.next.kind === 'operator') this.advance();
        this.primary();
    }

    private primary(): void {
        if (++this.depth > DEEPEST) this.fail('mapping.mistake.deep', this.next);
        if (!this.failed) this.operand();
        this.depth--;
    }

    private operand(): void {
        const token = this.next;
        if (token.kind === 'string') return this.advance();
        if (token.kind === 'number') return this.number(token);
        if (token.kind === 'quoted') return this.path(token);
        if (token.kind === 'name') return this.name(token);
        if (token.text === '(') return this.brackets(token);
        this.misfit(token);
    }

    private number(token: Token): void {
        const after = tokenAt(this.source, token.to, this.limit);
        const picks = after.from === token.to && (after.text === '.' || after.text === '[');
        if (picks && !token.text.includes('.')) return this.path(token);
        const whole = /^(\d+)\.$/.exec(this.source.slice(token.from, token.to + 1));
        if (whole) return this.path(token);
        this.advance();
    }

    private name(token: Token): void {
        this.advance();
        if (this.next.text === '(' && this.next.kind === 'operator') return this.call(token);
        this.segments(token, undefined);
    }

    private call(name: Token): void {
        const open = this.next.from;
        this.advance();
        let close: number | undefined;
        while (!this.failed) {
            if (!this.at(';') && !this.at(')')) this.argument();
            if (this.failed) break;
            if (this.at(';')) {
                this.advance();
            } else if (this.at(')')) {
                close = this.next.from;
                this.advance();
                break;
            } else {
                this.fail('mapping.mistake.bracket', { ...name, to: open + 1 }, name.text);
            }
        }
        this.out.calls.push({ name: name.text, from: name.from, to: name.to, open, ...(close === undefined ? {} : { close }) });
        if (close !== undefined) this.segments(name, undefined);
    }

    /** An argument that is no expression is bare text up to the next separator: allowed, though the server warns. */
    private argument(): void {
        const { pills, calls, mistakes } = this.out;
        const before = [pills.length, calls.length, mistakes.length] as const;
        const start = this.previousEnd;
        this.level(0);
        if (!this.failed && (this.at(';') || this.at(')'))) return;
        const end = this.endOfArgument(start);
        if (end === undefined) return;
        pills.length = before[0];
        calls.length = before[1];
        mistakes.length = before[2];
        this.failed = false;
        this.previousEnd = end;
        this.next = this.read(end);
    }

    private endOfArgument(start: number): number | undefined {
        let open = 0;
        for (let at = start; at < this.limit; at++) {
            const char = this.source.charAt(at);
            if (char === '(') open++;
            else if (open === 0 && (char === ';' || char === ')')) return at;
            else if (char === ')') open--;
        }
        return undefined;
    }

    private brackets(open: Token): void {
        this.advance();
        this.level(0);
        if (this.failed) return;
        if (this.at(')')) this.advance();
        else this.fail('mapping.mistake.bracket', open, '(');
    }

    private path(head: Token): void {
        this.advance();
        this.segments(head, /^\d+$/.test(head.text) ? Number(head.text) : undefined);
    }

    private segments(head: Token, module: number | undefined): void {
        const path: string[] = [];
        let end = head.to;
        while (!this.failed && this.next.from === end && (this.at('.') || this.at('['))) {
            if (this.at('.')) {
                this.advance();
                if (!['name', 'number', 'quoted'].includes(this.next.kind)) {
                    return this.fail('mapping.mistake.name', this.next);
                }
                path.push(this.segment());
            } else {
                path.push(this.index());
            }
            end = this.previousEnd;
        }
        if (module !== undefined && !this.failed) this.out.pills.push({ from: head.from, to: end, module, path });
    }

    private segment(): string {
        let text = this.next.text;
        this.advance();
        while (this.next.from === this.previousEnd && (this.at('-') || ['name', 'number'].includes(this.next.kind))) {
            const word = tokenAt(this.source, this.next.to, this.limit);
            if (this.at('-') && !(word.from === this.next.to && ['name', 'number'].includes(word.kind))) break;
            text += this.next.text;
            this.advance();
        }
        return text;
    }

    private index(): string {
        const open = this.next;
        this.advance();
        const from = this.next.from;
        if (!this.at(']')) this.level(0);
        if (this.failed) return '';
        const text = this.source.slice(from, this.at(']') ? this.next.from : this.previousEnd).trim();
        if (this.at(']')) this.advance();
        else this.fail('mapping.mistake.bracket', open, '[');
        return `[${text}]`;
    }

    private ended(): boolean {
        return this.next.kind === 'end';
    }

    private at(operator: string): boolean {
        return this.next.kind === 'operator' && this.next.text === operator;
    }

    private advance(): void {
        this.previousEnd = this.next.to;
        this.next = this.read(this.next.to);
    }

    private read(at: number): Token {
        return tokenAt(this.source, at, this.limit);
    }

    private misfit(token: Token): void {
        const key = token.kind === 'end' ? 'missing' : token.kind === 'bad' ? 'character' : 'unexpected';
        this.fail(`mapping.mistake.${key}`, token);
    }

    private fail(key: string, where: { from: number; to: number }, about?: string): void {
        if (!this.failed) {
            const to = Math.max(where.to, where.from + 1);
            this.out.mistakes.push({ from: where.from, to, key, ...(about === undefined ? {} : { about }) });
        }
        this.failed = true;
    }
}
