/** A failure the server explains (RFC 9457), or `offline` when it cannot be reached. */
export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        message: string,
        readonly body: unknown = undefined,
    ) {
        super(message);
    }

    get offline(): boolean {
        return this.status === 0;
    }
}

interface ProblemBody {
    readonly title?: string;
    readonly detail?: string;
    readonly code?: string;
}

export async function problemOf(response: Response): Promise<Problem> {
    const body: unknown = await response.json().catch(() => ({}));
    const { title, detail, code } = (body ?? {}) as ProblemBody;
    return new Problem(response.status, code ?? '', detail ?? title ?? response.statusText, body);
}
