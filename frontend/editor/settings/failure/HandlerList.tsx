import { ArrowDown, ArrowUp, ShieldAlert, Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import { decisionOf } from '../../canvas/commands/fail';
import { downstream, outgoing } from '../../canvas/graph';
import { handlers, type Guarded } from '../../canvas/guarded';
import { isDirective } from '../../canvas/kinds';
import { find, linkOf } from '../../canvas/lookup';
import { errorWords, linkWords, nameOf } from '../../canvas/words';
import type { Blueprint } from '../../model/blueprint';
import { useEditing, type Editing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { moved } from '../inputs/rows';
import { inOrder } from '../../canvas/compose/handle';

/** The routes that handle errors of a module, a group or the scenario, in the order in which they are tried. */
export function HandlerList({ guarded }: { readonly guarded: Guarded }): ReactElement {
    const editing = useEditing();
    const { texts, draft, stage, commands, panel } = editing;
    const blueprint = useBlueprint();
    const starts = handlers(blueprint, guarded);
    const more = guarded.kind === 'module' || starts.length === 0;
    const reorder = (from: number, to: number): void => {
        if (guarded.kind !== 'module') return;
        draft.commit(texts.t('editor.step.order'), inOrder(blueprint, guarded.no, moved(starts, from, to)));
    };
    const open = (to: number): void => (guarded.kind === 'module' ? panel.set({ kind: 'link', from: guarded.no, to }) : commands.open(to));
    return (
        <div className="tt-field">
            <div className="tt-label">{texts.t(`editor.fails.title.${guarded.kind}`)}</div>
            {starts.length === 0 && <p className="tt-help">{texts.t(`editor.fails.none.${guarded.kind}`)}</p>}
            {starts.map((no, index) => (
                <div key={no} className="tt-handler" data-testid={`handler-${no}`}>
                    <button type="button" className="tt-handler-words" onClick={() => open(no)}>
                        <ShieldAlert size={14} aria-hidden />
                        <span>
                            {guarded.kind === 'module' && <small>{which(editing, blueprint, guarded.no, no)}</small>}
                            {what(editing, blueprint, no)}
                        </span>
                    </button>
                    {!draft.readOnly && starts.length > 1 && (
                        <>
                            <button type="button" className="tt-icon-btn" disabled={index === 0} aria-label={texts.t('editor.link.earlier')} onClick={() => reorder(index, index - 1)}>
                                <ArrowUp size={14} />
                            </button>
                            <button type="button" className="tt-icon-btn" disabled={index === starts.length - 1} aria-label={texts.t('editor.link.later')} onClick={() => reorder(index, index + 1)}>
                                <ArrowDown size={14} />
                            </button>
                        </>
                    )}
                    {!draft.readOnly && (
                        <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.fails.remove')} onClick={() => commands.undecide(guarded, no)}>
                            <Trash2 size={14} />
                        </button>
                    )}
                </div>
            ))}
            {more && !draft.readOnly && (
                <button
                    type="button"
                    className="tt-btn tt-btn-ghost"
                    data-testid="add-handler"
                    onClick={(event) => {
                        const { left, top } = event.currentTarget.getBoundingClientRect();
                        stage.menu.set({ x: left - 380, y: top - 160, page: { kind: 'fails', guarded } });
                    }}
                >
                    + {texts.t(starts.length === 0 ? `editor.fails.add.${guarded.kind}` : 'editor.fails.add.more')}
                </button>
            )}
        </div>
    );
}

/** The errors a route is for. */
function which({ texts }: Editing, b: Blueprint, from: number, to: number): string {
    const link = linkOf(b, from, to);
    if (!link) return '';
    return linkWords(link, texts) || errorWords(link.errors ?? [], texts) || texts.t('editor.fails.all');
}

/** What a route does: its modules in a few words, its decision last. */
function what({ texts, specs }: Editing, b: Blueprint, start: number): string {
    const names = [...downstream(b, start)].slice(0, 3).flatMap((no) => {
        const module = find(b, no);
        if (!module) return [];
        return isDirective(module.module) ? [module.name ?? texts.t(`editor.fails.${decisionOf(module)}`)] : [nameOf(module, specs)];
    });
    const open = outgoing(b, start).length === 0 && !isDirective(find(b, start)?.module ?? '');
    return names.join(' → ') + (open ? ` → ${texts.t('editor.fails.ignore')}` : '');
}
