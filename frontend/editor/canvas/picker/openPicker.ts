import type { Editing } from '../../store/editing';
import { chosen } from '../commands/select';
import { sizeOf } from '../boxes';
import { linksFrom, find } from '../lookup';

/** Opens the picker from the keyboard: after the chosen module, else in the middle of the canvas. */
export function openPicker(editing: Editing): void {
    const { stage, draft } = editing;
    const view = stage.view.get();
    if (!view) return;
    const { blueprint } = draft.document.get();
    const [no] = chosen(editing);
    const module = no === undefined ? undefined : find(blueprint, no);
    if (module) {
        const { x, y } = view.toScreen([module.at[0] + sizeOf(module.module).width + 40, module.at[1]]);
        stage.picker.set({ x, y, after: module.no });
        return;
    }
    const last = blueprint.modules.filter((m) => linksFrom(blueprint, m.no).length === 0).at(-1);
    const { x, y } = view.toScreen(view.middle());
    if (blueprint.modules.length === 0) stage.picker.set({ x: x - 220, y: y - 280, start: true });
    else stage.picker.set({ x: x - 220, y: y - 280, ...(last ? { after: last.no } : {}) });
}
