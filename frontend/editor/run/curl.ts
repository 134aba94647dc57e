import type { JsonObject } from '../model/json';

/** A command that sends this body, ready for a shell. */
export function curlFor(url: string, body: JsonObject): string {
    const json = JSON.stringify(body).replaceAll("'", `'\\''`);
    return `curl -X POST ${url} -H 'Content-Type: application/json' -d '${json}'`;
}
