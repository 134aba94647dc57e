import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync('themes/tokens.css', 'utf8');
const block = (selector: string): ReadonlyMap<string, string> => {
    const start = css.indexOf(selector);
    const body = css.slice(css.indexOf('{', start), css.indexOf('}', start));
    return new Map([...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
};
const light = block(':root {');
const themes = { light, dark: new Map([...light, ...block(":root[data-theme='dark']")]) };

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const part = parseInt(hex.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
    const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
}

const TEXT = [
    ...['text', 'text2', 'text3', 'signal-text', 'ok', 'warn', 'err', 'wait'].flatMap((ink) => ['surface', 'canvas'].map((ground) => [ink, ground])),
    ...['ok', 'warn', 'err', 'wait'].map((state) => [state, `${state}-soft`]),
    ['text', 'signal-soft'], ['text', 'warn-soft'], ['text2', 'sunken'], ['on-ink', 'ink'], ['on-signal', 'signal'], ['on-signal', 'signal-hover'],
];
const SHAPES = ['strong', 'signal', 'ok', 'warn', 'err', 'wait'].flatMap((ink) => ['surface', 'canvas'].map((ground) => [ink, ground]));

describe.each(Object.entries(themes))('in the %s theme', (_name, tokens) => {
    const of = (name = ''): string => tokens.get(name) ?? '';
    test.each(TEXT)('%s can be read on %s', (ink, ground) => expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(4.5));
    test.each(SHAPES)('%s can be seen on %s', (ink, ground) => expect(contrast(of(ink), of(ground))).toBeGreaterThanOrEqual(3));
    test.each(Array.from({ length: 12 }, (_, i) => [`tint-${i + 1}`]))('white can be read on %s', (tint) => expect(contrast('#ffffff', of(tint))).toBeGreaterThanOrEqual(4.5));
});
