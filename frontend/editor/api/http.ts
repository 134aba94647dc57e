import type { Csrf } from './api';
import { Problem, problemOf } from './problem';

export interface Ask {
    readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
    readonly body?: unknown;
    /** A body that is JSON text already, such as a file. */
    readonly raw?: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly signal?: AbortSignal;
    /** Lets the request outlive the page: used for the last autosave. */
    readonly keepalive?: boolean;
}

/** Sends one JSON request to the API and gives back the parsed answer. */
export type Http = <T>(path: string, ask?: Ask) => Promise<T>;

/** The session cookie identifies the person, the header proves that our own page asks. */
export function http(base: string, session: { readonly csrf: Csrf | null; readonly language: string }): Http {
    return async <T>(path: string, ask: Ask = {}): Promise<T> => {
        const headers: Record<string, string> = { Accept: 'application/json', ...ask.headers };
        if (session.language) headers['Accept-Language'] = session.language;
        if (session.csrf && ask.method && ask.method !== 'GET') headers[session.csrf.header] = session.csrf.token;
        if (ask.body !== undefined || ask.raw !== undefined) headers['Content-Type'] = 'application/json';
        const response = await fetch(`${base}/api/v1${path}`, {
            method: ask.method ?? 'GET',
            credentials: 'same-origin',
            headers,
            ...(ask.raw !== undefined ? { body: ask.raw } : ask.body === undefined ? {} : { body: JSON.stringify(ask.body) }),
            ...(ask.signal ? { signal: ask.signal } : {}),
            ...(ask.keepalive ? { keepalive: true } : {}),
        }).catch((cause: unknown) => {
            if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
            throw new Problem(0, 'offline', String(cause));
        });
        if (!response.ok) throw await problemOf(response);
        if (response.status === 204) return undefined as T;
        return (await response.json()) as T;
    };
}
