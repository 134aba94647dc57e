/** Writes text to the clipboard, also where the page is not served over HTTPS and the modern way is missing. */
export async function toClipboard(text: string): Promise<void> {
    if (navigator.clipboard) return navigator.clipboard.writeText(text).catch(() => byHand(text));
    byHand(text);
}

function byHand(text: string): void {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
}
