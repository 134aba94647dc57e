import type { Blueprint } from './blueprint';

/** What the server says about a scenario's draft. */
export interface DraftAnswer {
    readonly id: string;
    readonly name: string;
    readonly revision: number;
    readonly blueprint: Blueprint;
    readonly problems: readonly Problem[];
    readonly live: { readonly version: number; readonly publishedAt?: string } | null;
    readonly on: boolean;
    readonly changes: number;
    readonly webhook: { readonly url: string } | null;
    readonly next: { readonly no: number };
}

export interface Problem {
    readonly severity: 'error' | 'warning' | 'info';
    readonly code: string;
    readonly message: string;
    readonly advice?: string;
    readonly module?: number;
    readonly link?: { readonly from: number; readonly to: number };
    readonly field?: string;
    /** Range of characters in the field's text. */
    readonly from?: number;
    readonly to?: number;
}

export interface VersionAnswer {
    readonly version: number;
    readonly publishedAt?: string;
    readonly by?: string;
    readonly note?: string | null;
    readonly live?: boolean;
}
