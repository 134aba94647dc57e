import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { withMerges } from '../canvas/compose/merges';
import type { Change } from '../canvas/edits';
import { isRouter, siblings } from '../canvas/graph';
import type { Link } from '../model/blueprint';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';

/** The place of a link among the routes of its router, or among the routes for errors. */
export function RouteFields({ link }: { readonly link: Link }): ReactNode {
    const { texts, draft } = useEditing();
    const blueprint = useBlueprint();
    const routes = siblings(blueprint, link);
    const place = routes.findIndex((l) => l.to === link.to);
    const fixed = draft.readOnly || link.fallback;
    if ((!link.error && !isRouter(blueprint, link.from)) || routes.length < 2) return null;
    const move = (by: number): void => {
        const other = routes[place + by];
        if (!other || other.fallback) return;
        const reordered = routes.filter((l) => l !== link);
        reordered.splice(place + by, 0, link);
        const changes = reordered.map((l, index): Change => ({ op: 'setLink', from: l.from, to: l.to, link: { ...l, order: index + 1 } }));
        draft.commit(texts.t('editor.step.order'), withMerges(blueprint, changes));
    };
    return (
        <div className="tt-route-row">
            <span className="tt-label">{texts.t('editor.link.route', place + 1, routes.length)}</span>
            <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.link.earlier')} disabled={fixed || place === 0} onClick={() => move(-1)}>
                <ArrowUp size={16} />
            </button>
            <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.link.later')} disabled={fixed || place === routes.length - 1} onClick={() => move(1)}>
                <ArrowDown size={16} />
            </button>
        </div>
    );
}
