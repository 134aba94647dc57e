import { useCallback, useEffect, type KeyboardEvent } from 'react';
import { runOnce } from '../../run/start';
import { useEditing } from '../../store/editing';
import { chord, typing } from './chord';
import { pressed } from './keymap';

/** Keys on the canvas, and the few that work everywhere: undo, redo, save, run. */
export function useKeys(): (event: KeyboardEvent) => void {
    const editing = useEditing();
    useEffect(() => {
        const everywhere = (event: globalThis.KeyboardEvent): void => {
            const { commands, draft, announce, texts } = editing;
            const key = chord(event);
            if (key === 'Ctrl+s') {
                event.preventDefault();
                void draft.flush().then(() => announce(texts.t('editor.said.saved')));
            }
            if (key === 'Ctrl+Enter' && !event.defaultPrevented) {
                event.preventDefault();
                void runOnce(editing);
            }
            if (typing(event.target)) return;
            if (key === 'Ctrl+z') commands.undo();
            else if (key === 'Ctrl+Shift+z' || key === 'Ctrl+y') commands.redo();
            else if (event.target !== document.body || !pressed(editing, key)) return;
            event.preventDefault();
        };
        document.addEventListener('keydown', everywhere);
        return () => document.removeEventListener('keydown', everywhere);
    }, [editing]);
    return useCallback(
        (event) => {
            if (typing(event.target) || event.defaultPrevented) return;
            if (pressed(editing, chord(event))) event.preventDefault();
        },
        [editing],
    );
}
