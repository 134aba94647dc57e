import type { ReactNode } from 'react';

const MOST = 3;

/** Dots that travel along a link, one per bundle and three at most. Hidden where motion is not wanted. */
export function Travellers({ path, count }: { readonly path: string; readonly count: number }): ReactNode {
    const dots = Math.min(count, MOST);
    return Array.from({ length: dots }, (_, index) => (
        <circle key={`${count}-${index}`} className="tt-traveller" r={3} style={{ offsetPath: `path("${path}")`, animationDelay: `${index * 160}ms` }} />
    ));
}
