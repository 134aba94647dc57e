import { Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { find } from '../canvas/lookup';
import { nameOf } from '../canvas/words';
import { ErrorRouteFields } from '../settings/failure/ErrorRouteFields';
import { FilterPanel } from '../settings/FilterPanel';
import { HeldBack } from '../inspect/HeldBack';
import { useEditing } from '../store/editing';
import { useBlueprint, useLink } from '../store/hooks';
import { RouteFields } from './RouteFields';

interface LinkPanelProps {
    readonly from: number;
    readonly to: number;
    readonly onClose: () => void;
}

/** The frame around one link: between which modules it runs, its label and route, its filter. */
export function LinkPanel({ from, to, onClose }: LinkPanelProps): ReactNode {
    const { texts, specs, commands, draft } = useEditing();
    const blueprint = useBlueprint();
    const link = useLink(from, to);
    const [start, end] = [find(blueprint, from), find(blueprint, to)];
    if (!link || !start || !end) return null;
    return (
        <>
            <header className="tt-panel-head">
                <div className="tt-panel-name">
                    <b>{texts.t(link.error ? 'editor.fails' : 'editor.link.title')}</b>
                    <span>{`${nameOf(start, specs)} → ${nameOf(end, specs)}`}</span>
                </div>
                <span className="tt-grow" />
                {!draft.readOnly && (
                    <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.link.remove')} onClick={() => (link.error ? commands.undecide({ kind: 'module', no: from }, to) : commands.cut(from, to))}>
                        <Trash2 size={16} />
                    </button>
                )}
                <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.close')} onClick={onClose}>
                    <X size={16} />
                </button>
            </header>
            <div className="tt-panel-body">
                <HeldBack from={from} to={to} />
                <RouteFields link={link} />
                {link.error && <ErrorRouteFields key={`${from}-${to}`} link={link} />}
                <FilterPanel from={from} to={to} />
            </div>
        </>
    );
}
