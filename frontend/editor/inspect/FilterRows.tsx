import type { ReactElement } from 'react';
import { show } from '../mapping/sample';
import type { ConditionTrace } from '../model/runs';
import { useEditing } from '../store/editing';

/** Which row of a filter let the bundle through, and which held it back. */
export function FilterRows({ rows }: { readonly rows: readonly (readonly ConditionTrace[])[] }): ReactElement {
    const { texts } = useEditing();
    return (
        <ul className="filter-rows">
            {rows.flatMap((group, at) =>
                group.map((row, index) => (
                    <li key={`${at}.${index}`} className={row.passed ? 'ok' : 'no'}>
                        {row.passed ? '✓' : '✕'} {show(row.a) || texts.t('mapping.filter.nothing')} {row.o ? texts.t(`mapping.operator.${row.o.replaceAll(':', '.')}`) : ''} {show(row.b)}
                        {row.reason && <small>{row.reason}</small>}
                    </li>
                )),
            )}
        </ul>
    );
}
