import { eventReader } from './eventstream';

/** What to do with each event of a stream, by event name. */
export type Hearers = Readonly<Record<string, (data: unknown) => void>>;

/**
 * Follows a stream of server-sent events. A hidden tab closes it; a shown one, or one that lost the server, opens it
 * again after the last event it saw. (EventSource cannot name that event after a deliberate close, so this reads the
 * stream itself.) `reopened` hears when it was away for a while.
 */
export function follow(url: string, hearers: Hearers, reopened: () => void = () => undefined): () => void {
    let last = '';
    let current: AbortController | null = null;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wait = 1000;
    let opened = false;

    const read = async (control: AbortController): Promise<void> => {
        const headers: Record<string, string> = { Accept: 'text/event-stream' };
        if (last) headers['Last-Event-ID'] = last;
        const response = await fetch(url, { credentials: 'same-origin', headers, signal: control.signal });
        if (!response.ok || !response.body) throw new Error(String(response.status));
        wait = 1000;
        if (opened) reopened();
        opened = true;
        const events = eventReader();
        const decoder = new TextDecoder();
        const reader = response.body.getReader();
        for (let part = await reader.read(); !part.done; part = await reader.read()) {
            for (const event of events(decoder.decode(part.value, { stream: true }))) {
                if (event.id) last = event.id;
                hearers[event.name]?.(JSON.parse(event.data));
            }
        }
    };
    const open = (): void => {
        const control = new AbortController();
        current = control;
        read(control)
            .catch(() => (wait = Math.min(wait * 2, 30_000)))
            .finally(() => {
                if (current !== control) return;
                current = null;
                retry = setTimeout(turn, wait);
            });
    };
    const close = (): void => {
        clearTimeout(retry);
        const open = current;
        current = null;
        open?.abort();
    };
    const turn = (): void => {
        if (document.hidden) close();
        else if (!current) open();
    };
    turn();
    document.addEventListener('visibilitychange', turn);
    return () => {
        document.removeEventListener('visibilitychange', turn);
        close();
    };
}
