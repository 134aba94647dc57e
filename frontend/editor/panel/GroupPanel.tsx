import { Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Change } from '../canvas/edits';
import { groupOf, groupsOf } from '../canvas/guarded';
import { isDirective } from '../canvas/kinds';
import { find } from '../canvas/lookup';
import { nameOf } from '../canvas/words';
import type { Group, GroupTint } from '../model/blueprint';
import { HandlerList } from '../settings/failure/HandlerList';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { Head } from './Head';

export const TINTS: readonly GroupTint[] = ['grey', 'amber', 'green', 'blue', 'rose'];

/** One group: its name and colour, which modules it frames, what happens if one of them fails. */
export function GroupPanel({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
    const { texts, draft, specs, panel } = useEditing();
    const blueprint = useBlueprint();
    const group = groupOf(blueprint, id);
    if (!group) return null;
    const step = texts.t('editor.step.group');
    const put = (next: Group): void => void draft.commit(step, [{ op: 'setGroup', group: next }], `group:${id}`);
    const name = (no: number): string => {
        const module = find(blueprint, no);
        return module ? nameOf(module, specs) : String(no);
    };
    const taken = new Set(groupsOf(blueprint).flatMap((other) => other.modules));
    const free = blueprint.modules.filter((m) => !taken.has(m.no) && !isDirective(m.module));
    const dissolve = (): void => {
        const changes: readonly Change[] = [{ op: 'removeGroup', group: id }];
        if (draft.commit(texts.t('editor.step.ungroup'), changes)) panel.set({ kind: 'closed' });
    };
    return (
        <>
            <Head title={texts.t('editor.group')} line={texts.n('editor.group.count', group.modules.length)} onClose={onClose}>
                {!draft.readOnly && (
                    <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.group.dissolve')} title={texts.t('editor.group.dissolve')} onClick={dissolve}>
                        <Trash2 size={16} />
                    </button>
                )}
            </Head>
            <div className="tt-panel-body">
                <label className="tt-field">
                    <span className="tt-label">{texts.t('editor.group.title')}</span>
                    <input className="tt-input" value={group.name ?? ''} readOnly={draft.readOnly} data-testid="group-name" onBlur={() => draft.seal()} onChange={(event) => put({ ...group, name: event.target.value })} />
                </label>
                <fieldset className="tt-days">
                    <legend className="tt-label">{texts.t('editor.group.tint')}</legend>
                    {TINTS.map((tint) => (
                        <button key={tint} type="button" className={`tt-swatch tt-note-${tint}`} aria-pressed={(group.tint ?? 'grey') === tint} disabled={draft.readOnly} onClick={() => put({ ...group, tint })}>
                            {texts.t(`editor.note.${tint}`)}
                        </button>
                    ))}
                </fieldset>
                <div className="tt-field">
                    <span className="tt-label">{texts.t('editor.group.modules')}</span>
                    <ul className="tt-members">
                        {group.modules.map((no) => (
                            <li key={no}>
                                <span>{name(no)}</span>
                                {!draft.readOnly && group.modules.length > 1 && (
                                    <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.group.leave', name(no))} onClick={() => put({ ...group, modules: group.modules.filter((other) => other !== no) })}>
                                        <X size={14} />
                                    </button>
                                )}
                            </li>
                        ))}
                    </ul>
                    {!draft.readOnly && free.length > 0 && (
                        <select className="tt-select" value="" aria-label={texts.t('editor.group.add')} onChange={(event) => put({ ...group, modules: [...group.modules, Number(event.target.value)] })}>
                            <option value="">{texts.t('editor.group.add')}</option>
                            {free.map((m) => <option key={m.no} value={m.no}>{`${m.no} · ${nameOf(m, specs)}`}</option>)}
                        </select>
                    )}
                </div>
                <HandlerList guarded={{ kind: 'group', id }} />
            </div>
        </>
    );
}
