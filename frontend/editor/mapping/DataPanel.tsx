import { useState, type ReactElement } from 'react';
import { X } from 'lucide-react';
import { useEditing } from '../store/editing';
import { FieldTree } from './FieldTree';
import { FunctionList } from './FunctionList';
import { shelf, useBundle, useSamples } from './samples';
import { VariableList } from './VariableList';

export interface DataPanelProps {
    /** Whose inputs are being mapped: data of the modules before it is offered. For a link's filter, `after` is its start. */
    readonly no: number;
    readonly after?: number;
    readonly onClose: () => void;
}

const TABS = ['fields', 'functions', 'variables'] as const;

/** What modules before this one gave out, as a tree to insert from; functions; variables. Fills its column. */
export function DataPanel({ no, onClose }: DataPanelProps): ReactElement {
    const editing = useEditing();
    const { texts, format } = editing;
    const samples = useSamples(no);
    const [tab, setTab] = useState<(typeof TABS)[number]>('fields');
    const [search, setSearch] = useState('');
    const count = Math.max(1, ...samples.sources.map((source) => source.bundles.length));
    return (
        <section className="data-panel" aria-label={texts.t('mapping.data')} data-testid="data-panel" onMouseDown={keepFocus}>
            <header className="data-head">
                {texts.t('mapping.data')}
                <span className="tt-chip">{samples.run ? texts.t('mapping.data.run', format.time(samples.run.startedAt)) : texts.t('mapping.data.example')}</span>
                {count > 1 && <BundlePager count={count} />}
                <span className="tt-grow" />
                <button type="button" className="tt-icon-btn" aria-label={texts.t('mapping.data.close')} onClick={onClose}>
                    <X size={16} aria-hidden />
                </button>
            </header>
            <div className="tt-tabs" role="tablist" aria-label={texts.t('mapping.data')}>
                {TABS.map((name) => (
                    <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => setTab(name)}>
                        {texts.t(`mapping.tab.${name}`)}
                    </button>
                ))}
            </div>
            <input
                className="data-search"
                type="search"
                value={search}
                placeholder={texts.t(tab === 'fields' ? 'mapping.search.fields' : 'mapping.search')}
                aria-label={texts.t(tab === 'fields' ? 'mapping.search.fields' : 'mapping.search')}
                onChange={(event) => setSearch(event.target.value)}
            />
            {tab === 'fields' && <FieldTree sources={samples.sources} search={search} />}
            {tab === 'functions' && <FunctionList search={search} />}
            {tab === 'variables' && <VariableList no={no} search={search} />}
        </section>
    );
}

function BundlePager({ count }: { readonly count: number }): ReactElement {
    const editing = useEditing();
    const { bundle: chosen } = shelf(editing);
    const bundle = Math.min(useBundle(), count - 1);
    const { texts } = editing;
    return (
        <span className="data-pager">
            <button type="button" className="tt-icon-btn" disabled={bundle === 0} aria-label={texts.t('mapping.data.previous')} onClick={() => chosen.set(bundle - 1)}>
                ‹
            </button>
            {texts.t('mapping.data.bundle', bundle + 1, count)}
            <button type="button" className="tt-icon-btn" disabled={bundle === count - 1} aria-label={texts.t('mapping.data.next')} onClick={() => chosen.set(bundle + 1)}>
                ›
            </button>
        </span>
    );
}

/** A press on a row must not take the caret out of the field it inserts into; the search box may. */
function keepFocus(event: React.MouseEvent): void {
    const target = event.target as HTMLElement;
    if (!target.closest('input') && !target.closest('[draggable]')) event.preventDefault();
}
