import { useState, type ReactElement } from 'react';
import { useEditing } from '../store/editing';
import { DRAGGED } from './dragging';
import { fieldsOf, type DataField, type Kind, type Source } from './fields';
import { reference } from './reference';
import { show } from './sample';
import { useBundle } from './samples';
import { keepMatching, plain } from './search';

const SIGNS: Readonly<Record<Kind, string>> = { text: 'abc', number: '123', boolean: '✓', date: '◷', collection: '{}', array: '[]', empty: '–' };

/** The fields of each module before this one, nearest first. */
export function FieldTree({ sources, search }: { readonly sources: readonly Source[]; readonly search: string }): ReactElement {
    const { texts } = useEditing();
    const bundle = useBundle();
    if (sources.length === 0) return <p className="data-note">{texts.t('mapping.fields.none')}</p>;
    return (
        <div className="data-tree" role="tree" aria-label={texts.t('mapping.tab.fields')} onKeyDown={walk}>
            {sources.map((source) => (
                <Group key={source.no} source={source} rows={keepMatching(fieldsOf(source, bundle), plain(search))} searching={search !== ''} />
            ))}
        </div>
    );
}

function Group({ source, rows, searching }: { readonly source: Source; readonly rows: readonly DataField[]; readonly searching: boolean }): ReactElement | null {
    const { texts } = useEditing();
    if (searching && rows.length === 0) return null;
    return (
        <div role="group" aria-label={source.name}>
            <div className="data-group">
                <i style={{ background: source.tint }}>{source.no}</i>
                {source.name}
            </div>
            {source.maybeEmpty && <p className="data-note">{texts.t('mapping.fields.maybe-empty')}</p>}
            {rows.length === 0 && <p className="data-note">{texts.t('mapping.fields.unknown')}</p>}
            {rows.map((row) => (
                <Row key={row.key} row={row} depth={0} open={searching} />
            ))}
        </div>
    );
}

function Row({ row, depth, open: wide }: { readonly row: DataField; readonly depth: number; readonly open: boolean }): ReactElement {
    const { fields, texts } = useEditing();
    const [opened, setOpened] = useState(false);
    const open = opened || wide;
    const parent = row.children.length > 0;
    const text = reference(row.module, row.path);
    const path = row.path.join('.').replaceAll('.[]', '[]');
    const sample = row.kind === 'array' ? texts.n('mapping.items', Array.isArray(row.sample) ? row.sample.length : 0) : show(row.sample);
    return (
        <>
            <div className="data-line" role="none" style={{ paddingLeft: 8 + depth * 16 }}>
                <span className="data-toggle" aria-hidden style={{ visibility: parent ? 'visible' : 'hidden' }} onClick={() => setOpened(!open)}>
                    {open ? '▾' : '▸'}
                </span>
                <button
                    type="button"
                    role="treeitem"
                    className="data-row"
                    draggable
                    data-testid={`data-row-${path}`}
                    title={`${path}${sample ? `\n${sample}` : ''}`}
                    {...(parent ? { 'aria-expanded': open } : {})}
                    onDragStart={(event) => {
                        event.dataTransfer.setData(DRAGGED, text);
                        event.dataTransfer.setData('text/plain', `{{${text}}}`);
                        event.dataTransfer.effectAllowed = 'copy';
                    }}
                    onClick={() => fields.active.get()?.insert(`{{${text}}}`)}
                    onKeyDown={(event) => {
                        if (event.key === 'ArrowRight' && parent) setOpened(true);
                        else if (event.key === 'ArrowLeft' && parent) setOpened(false);
                    }}
                >
                    <span className="data-kind" aria-hidden>
                        {SIGNS[row.kind]}
                    </span>
                    <span className="data-label">
                        {row.label}
                        {row.kind === 'array' && ' [ ]'}
                    </span>
                    <span className="data-sample">{sample}</span>
                </button>
            </div>
            {open && row.children.map((child) => <Row key={child.key} row={child} depth={depth + 1} open={wide} />)}
        </>
    );
}

/** Up and down go from row to row, over the borders of groups. */
function walk(event: React.KeyboardEvent<HTMLElement>): void {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=treeitem]')];
    rows[rows.indexOf(document.activeElement as HTMLElement) + step]?.focus();
    event.preventDefault();
}
