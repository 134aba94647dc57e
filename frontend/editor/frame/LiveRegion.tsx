import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** What changed, for people who listen: polite, and urgent only for what stops the work. */
export function LiveRegion(): ReactNode {
    const said = useCell(useEditing().said);
    return (
        <>
            <div className="tt-heard" role="status" aria-live="polite">{said.urgent ? '' : said.text}</div>
            <div className="tt-heard" role="alert" aria-live="assertive">{said.urgent ? said.text : ''}</div>
        </>
    );
}
