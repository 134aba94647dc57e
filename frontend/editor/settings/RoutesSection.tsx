import { ArrowDown, ArrowUp, Funnel, GripVertical } from 'lucide-react';
import { useState, type ReactElement } from 'react';
import { withMerges } from '../canvas/compose/merges';
import type { Change } from '../canvas/edits';
import { outgoing } from '../canvas/graph';
import { joinOf } from '../canvas/joins';
import { IF_ELSE } from '../canvas/kinds';
import { find } from '../canvas/lookup';
import { linkWords, nameOf } from '../canvas/words';
import type { Link } from '../model/blueprint';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { moved } from './inputs/rows';

/** The routes of a router: their order, their conditions, which of them are off, which one is taken otherwise. */
export function RoutesSection({ no }: { readonly no: number }): ReactElement {
    const { texts, draft, specs, panel, stage, commands } = useEditing();
    const blueprint = useBlueprint();
    const [dragged, setDragged] = useState<number | null>(null);
    const routes = outgoing(blueprint, no);
    const exclusive = find(blueprint, no)?.module === IF_ELSE;
    const join = joinOf(blueprint, no);
    const joined = join === undefined ? undefined : find(blueprint, join);
    const name = (to: number): string => {
        const target = find(blueprint, to);
        return target ? nameOf(target, specs) : String(to);
    };
    const put = (links: readonly Link[]): void => {
        const changes = links.map((link): Change => ({ op: 'setLink', from: link.from, to: link.to, link }));
        draft.commit(texts.t('editor.step.order'), withMerges(blueprint, changes));
    };
    const reorder = (from: number, to: number): void => {
        const next = moved(routes, from, to);
        if (next[next.length - 1] !== routes.at(-1) && routes.at(-1)?.fallback) return;
        put(next.map((link, index) => ({ ...link, order: index + 1 })));
    };
    const otherwise = (chosen: Link): void => {
        const on = !chosen.fallback;
        const changed = routes.filter((link) => link === chosen || link.fallback).map((link) => withFallback(link, link === chosen && on));
        put(changed);
    };
    return (
        <section className="tt-field" data-testid="routes">
            <div className="tt-label">{texts.t('editor.routes')}</div>
            <p className="tt-help">{texts.t(exclusive ? 'editor.routes.first' : 'editor.routes.every')}</p>
            {routes.length === 0 && <p className="tt-help">{texts.t('editor.routes.none')}</p>}
            <ol className="tt-routes">
                {routes.map((link, index) => (
                    <li
                        key={link.to} data-testid={`route-${link.to}`} data-off={link.disabled || undefined} draggable={!draft.readOnly && !link.fallback}
                        onDragStart={() => setDragged(index)}
                        onDragOver={(event) => dragged !== null && event.preventDefault()}
                        onDrop={() => {
                            if (dragged !== null && dragged !== index) reorder(dragged, index);
                            setDragged(null);
                        }}
                    >
                        <span className="tt-route-grip" aria-hidden>{link.fallback ? '' : <GripVertical size={14} />}</span>
                        <button type="button" className="tt-route-words" onClick={() => panel.set({ kind: 'link', from: no, to: link.to })}>
                            <b>{linkWords(link, texts) || texts.t(exclusive ? 'editor.routes.noCondition' : 'editor.routes.always')}</b>
                            <span><Funnel size={11} aria-hidden /> → {name(link.to)}</span>
                        </button>
                        {!draft.readOnly && (
                            <span className="tt-row-tools">
                                <button type="button" className="tt-icon-btn" disabled={index === 0 || link.fallback} aria-label={texts.t('editor.link.earlier')} onClick={() => reorder(index, index - 1)}>
                                    <ArrowUp size={14} />
                                </button>
                                <button type="button" className="tt-icon-btn" disabled={link.fallback || index >= routes.length - 1 || routes[index + 1]?.fallback} aria-label={texts.t('editor.link.later')} onClick={() => reorder(index, index + 1)}>
                                    <ArrowDown size={14} />
                                </button>
                            </span>
                        )}
                        <span className="tt-route-flags">
                            <label className="tt-check"><input type="checkbox" checked={!link.disabled} disabled={draft.readOnly} data-testid={`route-on-${link.to}`} onChange={() => put([withDisabled(link, !link.disabled)])} />{texts.t('editor.routes.on')}</label>
                            <label className="tt-check"><input type="checkbox" checked={link.fallback ?? false} disabled={draft.readOnly} data-testid={`route-else-${link.to}`} onChange={() => otherwise(link)} />{texts.t(exclusive ? 'editor.routes.else' : 'editor.link.otherwise')}</label>
                        </span>
                    </li>
                ))}
            </ol>
            {!draft.readOnly && (
                <button
                    type="button" className="tt-btn tt-btn-ghost" data-testid="add-route"
                    onClick={(event) => {
                        const { left, top } = event.currentTarget.getBoundingClientRect();
                        stage.picker.set({ x: left - 480, y: top - 280, after: no });
                    }}
                >
                    + {texts.t('editor.routes.add')}
                </button>
            )}
            {joined && <p className="tt-help">{texts.t('editor.routes.join')} <button type="button" className="tt-link small" onClick={() => commands.open(joined.no)}>{nameOf(joined, specs)}</button></p>}
        </section>
    );
}

function withFallback({ fallback: _old, ...link }: Link, on: boolean): Link {
    return on ? { ...link, fallback: true } : link;
}

function withDisabled({ disabled: _old, ...link }: Link, on: boolean): Link {
    return on ? { ...link, disabled: true } : link;
}
