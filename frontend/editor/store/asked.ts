import type { Editing } from './editing';

/** Opens what the page's address asks for: `?m=3` a module, `?panel=settings` the settings of the scenario. */
export function openAsked(editing: Editing): void {
    const asked = new URLSearchParams(window.location.search);
    const no = Number(asked.get('m'));
    if (editing.draft.document.get().blueprint.modules.some((module) => module.no === no)) editing.commands.open(no);
    else if (asked.get('panel') === 'settings') editing.panel.set({ kind: 'scenario' });
}
