import type { ReactElement } from 'react';
import { IF_ELSE, splits } from '../canvas/kinds';
import { find } from '../canvas/lookup';
import type { Row } from '../model/blueprint';
import { useEditing } from '../store/editing';
import { useBlueprint, useLink, useSetLink } from '../store/hooks';
import { ConditionGroups } from './ConditionGroups';
import { FilterTest, useVerdicts } from './FilterTest';
import './settings.css';

export interface FilterPanelProps {
    readonly from: number;
    readonly to: number;
}

/** The conditions of one link: groups of rows, with a live test. The frame is drawn by `panel/LinkPanel.tsx`. */
export function FilterPanel({ from, to }: FilterPanelProps): ReactElement | null {
    const { texts, draft } = useEditing();
    const link = useLink(from, to);
    const setLink = useSetLink();
    const parting = find(useBlueprint(), from)?.module ?? '';
    const conditions = link?.filter?.conditions ?? [];
    const test = useVerdicts(to, conditions);
    if (!link) return null;
    const keep = (next: readonly (readonly Row[])[]): void => {
        if (next.length === 0) {
            const { filter: _filter, ...bare } = link;
            setLink(bare);
        } else {
            setLink({ ...link, filter: { ...link.filter, conditions: next } });
        }
    };
    return (
        <div className="tt-form">
            <p className="tt-help lead">{texts.t(link.error ? 'mapping.filter.lead.error' : 'mapping.filter.lead')}</p>
            <div className="tt-field">
                <label className="tt-label" htmlFor="filter-name">
                    {texts.t('mapping.filter.name')}
                </label>
                <input
                    id="filter-name"
                    className="tt-input"
                    data-testid="field-filter-name"
                    value={link.filter?.name ?? ''}
                    placeholder={texts.t('mapping.filter.name.placeholder')}
                    readOnly={draft.readOnly}
                    onBlur={() => draft.seal()}
                    onChange={(event) => setLink({ ...link, filter: { conditions, name: event.target.value } })}
                />
            </div>
            {splits(parting) && (
                <label className="tt-check">
                    <input type="checkbox" checked={link.fallback ?? false} disabled={draft.readOnly} onChange={(event) => setLink({ ...link, fallback: event.target.checked })} />
                    {texts.t(parting === IF_ELSE ? 'mapping.filter.else' : 'mapping.filter.fallback')}
                </label>
            )}
            {splits(parting) && (
                <label className="tt-check">
                    <input type="checkbox" checked={link.disabled ?? false} disabled={draft.readOnly} data-testid="link-disabled" onChange={(event) => setLink({ ...link, disabled: event.target.checked })} />
                    {texts.t('mapping.filter.off')}
                </label>
            )}
            <ConditionGroups no={to} prefix="filter" conditions={conditions} verdicts={test?.results[0]?.rows} onChange={keep} />
            {test && <FilterTest test={test} />}
        </div>
    );
}
