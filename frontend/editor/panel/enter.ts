/** Puts the keyboard into the docked panel once it is drawn: into its first field, else onto its first control. */
export function enterPanel(): void {
    setTimeout(() => {
        const body = document.querySelector('.tt-panel-column .tt-panel-body');
        const field = body?.querySelector<HTMLElement>('.cm-content') ?? body?.querySelector<HTMLElement>('input, select, textarea, button');
        field?.focus();
    }, 80);
}
