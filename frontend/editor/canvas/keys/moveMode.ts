import type { Editing } from '../../store/editing';
import { find } from '../lookup';

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-20, 0], ArrowRight: [20, 0], ArrowUp: [0, -20], ArrowDown: [0, 20],
};

/** While a module is being moved by keys: arrows move it, Enter keeps, Escape puts it back. */
export function moveKeys({ stage, draft, texts }: Editing, key: string): boolean {
    const moving = stage.moving.get();
    if (!moving) return false;
    if (key === 'Enter' || key === 'm') stage.moving.set(null);
    const put = (x: number, y: number): void =>
        void draft.commit(texts.n('editor.step.move', 1), [{ op: 'moveModules', moves: [{ no: moving.no, at: [x, y] }] }], `move:${moving.no}`);
    if (key === 'Escape') {
        put(...moving.at);
        stage.moving.set(null);
    }
    const step = STEPS[key.replace('Shift+', '')];
    const at = find(draft.document.get().blueprint, moving.no)?.at;
    if (step && at) {
        const by = key.startsWith('Shift+') ? 5 : 1;
        put(at[0] + step[0] * by, at[1] + step[1] * by);
    }
    return true;
}
