import type { KeyboardEvent } from 'react';

type Press = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** A key press as one word: `Ctrl+Shift+z`, `Shift+ArrowLeft`, `/`. Shift is left out where it only makes the sign. */
export function chord(event: Press): string {
    const letter = /^Key[A-Z]$/.test(event.code) && event.altKey ? event.code.slice(3).toLowerCase() : event.key;
    const key = letter.length === 1 ? letter.toLowerCase() : letter;
    const sign = key.length === 1 && !/[a-z0-9]/.test(key);
    return [
        event.ctrlKey || event.metaKey ? 'Ctrl+' : '',
        event.shiftKey && !sign ? 'Shift+' : '',
        event.altKey ? 'Alt+' : '',
        key,
    ].join('');
}

/** Whether keys typed here belong to a text. */
export function typing(target: EventTarget | null): boolean {
    return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
