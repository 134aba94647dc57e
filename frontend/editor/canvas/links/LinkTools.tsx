import { Funnel, Plus, Trash2 } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import type { Blueprint, Link, Point } from '../../model/blueprint';
import type { LinkRun } from '../../model/runs';
import { useEditing } from '../../store/editing';
import { useCell } from '../../store/cell';
import { isRouter, siblings } from '../graph';
import { linkWords } from '../words';

interface LinkToolsProps {
    readonly link: Link;
    readonly run: LinkRun | undefined;
    readonly x: number;
    readonly y: number;
    readonly start: Point;
    readonly end: Point;
    readonly hover: boolean;
    readonly drop: boolean;
    readonly onNear: (event: PointerEvent) => void;
    readonly onFar: () => void;
}

const NARROW = 210;

/** On the middle of a link: its funnel and label, and while pointed at: insert, filter, delete. */
export function LinkTools({ link, run, x, y, start, end, hover, drop, onNear, onFar }: LinkToolsProps): ReactNode {
    const { texts, draft, stage, panel, commands } = useEditing();
    const { from, to, filter } = link;
    const order = useCell(draft.document, ({ blueprint }) => routeNo(blueprint, link));
    const words = [...(link.error && order > 0 ? [String(order)] : []), linkWords(link, texts)].filter(Boolean).join(' · ');
    // Between two close capsules on one line a label would lie over them: it goes below both.
    const beside = end[0] - start[0] < NARROW && Math.abs(end[1] - start[1]) < 60 ? 58 : 29;
    const below = filter || hover ? beside : 0;
    // Error routes lie one below the other: each label belongs to the module under it.
    const tag = link.error ? ([end[0], end[1] - 22] as const) : ([x, y + below] as const);
    const at = (px: number, py: number): { transform: string } => ({ transform: `translate(${px}px,${py}px) translate(-50%,-50%)` });
    const open = (): void => panel.set({ kind: 'link', from, to });
    const tools = hover && !draft.readOnly;
    return (
        <>
            <div className="tt-link-tools nodrag nopan" style={at(x, y)} data-testid={`link-${from}-${to}`} data-hover={tools || undefined} onPointerEnter={onNear} onPointerLeave={onFar}>
                {tools && (
                    <button type="button" className="tt-link-tool" data-testid={`insert-${from}-${to}`} aria-label={texts.t('editor.link.insert')} title={texts.t('editor.link.insert')} onClick={(event) => {
                        const { right, bottom } = event.currentTarget.getBoundingClientRect();
                        stage.picker.set({ x: right, y: bottom + 8, into: { from, to } });
                    }}>
                        <Plus size={16} />
                    </button>
                )}
                {(filter || tools) && (
                    <button type="button" className="tt-funnel" tabIndex={-1} data-set={filter ? true : undefined} data-testid={`filter-${from}-${to}`} aria-label={filter ? texts.t('editor.link.filter.named', words) : texts.t('editor.link.filter')} title={texts.t('editor.link.filter')} onClick={open}>
                        <Funnel size={14} strokeWidth={2} />
                    </button>
                )}
                {tools && (
                    <button type="button" className="tt-link-tool" aria-label={texts.t('editor.link.remove')} title={texts.t('editor.link.remove')} onClick={() => commands.cut(from, to)}>
                        <Trash2 size={14} />
                    </button>
                )}
            </div>
            {order > 0 && !link.fallback && !link.error && <span className="tt-route-no" style={at(start[0] + (end[0] - start[0]) * 0.25, start[1] + (end[1] - start[1]) * 0.16)}>{order}</span>}
            {words && !drop && <button type="button" tabIndex={-1} className="tt-link-label nodrag nopan" data-error={link.error || undefined} style={at(...tag)} onClick={open}>{words}</button>}
            {drop && <span className="tt-link-label tt-link-drop" style={at(x, y + below)}>{texts.t('editor.link.drop')}</span>}
            {filter && run && (
                <button type="button" tabIndex={-1} className="tt-link-count nodrag nopan" data-testid={`count-${from}-${to}`} style={at(x, y - 28)} aria-label={texts.t('editor.link.passed', run.passed, run.rejected)} onClick={open}>
                    {`${run.passed} ✓ ${run.rejected} ✕`}
                </button>
            )}
        </>
    );
}

/** The place of a link among the routes of a router, or of errors; 0 where it is the only one. */
function routeNo(b: Blueprint, link: Link): number {
    const routes = link.error || isRouter(b, link.from) ? siblings(b, link) : [];
    return routes.length > 1 ? routes.findIndex((l) => l.to === link.to) + 1 : 0;
}
