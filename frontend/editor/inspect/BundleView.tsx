import { Copy, Download } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import type { Json, JsonObject } from '../model/json';
import { useEditing } from '../store/editing';
import { JsonTree } from './JsonTree';
import { Table } from './Table';

const VIEWS = ['tree', 'table', 'json'] as const;
type View = (typeof VIEWS)[number];
const KEPT = 'tutti.bundle-view';

/** Bundles as a tree, a table or JSON; the choice is remembered. */
export function BundleView({ bundles }: { readonly bundles: readonly JsonObject[] }): ReactElement {
    const { texts, announce } = useEditing();
    const [view, setView] = useState<View>(() => VIEWS.find((name) => name === localStorage.getItem(KEPT)) ?? 'tree');
    const [at, setAt] = useState(0);
    const index = Math.min(at, bundles.length - 1);
    const bundle = bundles[index] ?? {};
    const choose = (next: View): void => {
        localStorage.setItem(KEPT, next);
        setView(next);
    };
    const text = (): string => JSON.stringify(bundles.length === 1 ? bundle : bundles, null, 2);
    const copy = (): void => void navigator.clipboard.writeText(text()).then(() => announce(texts.t('mapping.inspect.copied')));
    return (
        <div className="bundle">
            <div className="bundle-head">
                <div className="tt-segments" role="group" aria-label={texts.t('mapping.inspect.view')}>
                    {VIEWS.map((name) => (
                        <button key={name} type="button" aria-pressed={view === name} onClick={() => choose(name)}>
                            {texts.t(`mapping.inspect.${name}`)}
                        </button>
                    ))}
                </div>
                {bundles.length > 1 && view !== 'table' && (
                    <span className="data-pager">
                        <button type="button" className="tt-icon-btn" disabled={index === 0} aria-label={texts.t('mapping.data.previous')} onClick={() => setAt(index - 1)}>
                            ‹
                        </button>
                        {texts.t('mapping.data.bundle', index + 1, bundles.length)}
                        <button type="button" className="tt-icon-btn" disabled={index === bundles.length - 1} aria-label={texts.t('mapping.data.next')} onClick={() => setAt(index + 1)}>
                            ›
                        </button>
                    </span>
                )}
                <span className="tt-grow" />
                <button type="button" className="tt-icon-btn" aria-label={texts.t('mapping.inspect.copy')} onClick={copy}>
                    <Copy size={15} aria-hidden />
                </button>
                <button type="button" className="tt-icon-btn" aria-label={texts.t('mapping.inspect.download')} onClick={() => download(text())}>
                    <Download size={15} aria-hidden />
                </button>
            </div>
            {view === 'tree' && <JsonTree value={bundle} />}
            {view === 'table' && <Table rows={bundles.length > 1 ? bundles : listIn(bundle)} />}
            {view === 'json' && <pre className="bundle-json">{text()}</pre>}
        </div>
    );
}

/** One bundle as rows: those of its only list, where there is one, else itself. */
function listIn(bundle: JsonObject): readonly Json[] {
    const lists = Object.values(bundle).filter((value): value is readonly Json[] => Array.isArray(value));
    return lists.length === 1 && lists[0] !== undefined ? lists[0] : [bundle];
}

function download(text: string): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.download = 'bundle.json';
    link.click();
    URL.revokeObjectURL(link.href);
}
