import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { isRouter, outgoing } from '../canvas/graph';
import { linkWords } from '../canvas/words';
import type { Link } from '../model/blueprint';
import { useEditing } from '../store/editing';
import { useBlueprint, useSetLink } from '../store/hooks';

/** What a link of a router has besides its filter: its label, its place among the routes, "Otherwise". */
export function RouteFields({ link }: { readonly link: Link }): ReactNode {
    const { texts, draft } = useEditing();
    const blueprint = useBlueprint();
    const setLink = useSetLink();
    const routes = outgoing(blueprint, link.from);
    const place = routes.findIndex((l) => l.to === link.to);
    const move = (by: number): void => {
        const other = routes[place + by];
        if (!other || other.fallback || link.fallback) return;
        draft.commit(texts.t('editor.step.order'), [
            { op: 'setLink', from: link.from, to: link.to, link: { ...link, order: other.order } },
            { op: 'setLink', from: other.from, to: other.to, link: { ...other, order: link.order } },
        ]);
    };
    const label = (name: string): void => {
        const { name: _old, ...rest } = link;
        setLink(name === '' ? rest : { ...rest, name });
    };
    const otherwise = (fallback: boolean): void => {
        const { filter: _filter, ...rest } = link;
        setLink(fallback ? { ...rest, fallback, order: routes.length + 1 } : { ...rest, fallback });
    };
    return (
        <>
            <label className="tt-field">
                <span className="tt-label">{texts.t('editor.link.label')}</span>
                <input className="tt-input" data-testid="field-link-name" readOnly={draft.readOnly} value={link.name ?? ''} placeholder={linkWords(link, texts)} onChange={(event) => label(event.target.value)} onBlur={() => draft.seal()} />
            </label>
            {isRouter(blueprint, link.from) && (
                <div className="tt-route-row">
                    <span className="tt-label">{texts.t('editor.link.route', place + 1, routes.length)}</span>
                    <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.link.earlier')} disabled={draft.readOnly || place === 0 || link.fallback} onClick={() => move(-1)}>
                        <ArrowUp size={16} />
                    </button>
                    <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.link.later')} disabled={draft.readOnly || place === routes.length - 1 || link.fallback} onClick={() => move(1)}>
                        <ArrowDown size={16} />
                    </button>
                    <label className="tt-check">
                        <input type="checkbox" disabled={draft.readOnly || (!link.fallback && routes.some((l) => l.fallback))} checked={link.fallback ?? false} onChange={(event) => otherwise(event.target.checked)} />
                        {texts.t('editor.link.otherwise.long')}
                    </label>
                </div>
            )}
        </>
    );
}
