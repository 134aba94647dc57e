import type { ReactNode } from 'react';
import { DataPanel } from '../mapping/DataPanel';
import { Boundary } from './Boundary';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** The column of the data panel: there while a mappable field has, or had, the focus. */
export function DataColumn(): ReactNode {
    const { fields, panel, texts } = useEditing();
    const active = useCell(fields.active, (field) => field !== null);
    const pinned = useCell(fields.pinned);
    const open = useCell(panel);
    const close = (): void => {
        fields.pinned.set(false);
        fields.active.set(null);
    };
    if ((!active && !pinned) || (open.kind !== 'module' && open.kind !== 'link')) return null;
    const target = open.kind === 'module' ? { no: open.no } : { no: open.to, after: open.from };
    return (
        <div
            className="tt-data-column"
            data-testid="data-panel"
            data-region="data"
            onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented) return;
                event.stopPropagation();
                close();
            }}
        >
            <Boundary message={texts.t('editor.broken')}>
                <DataPanel {...target} onClose={close} />
            </Boundary>
        </div>
    );
}
