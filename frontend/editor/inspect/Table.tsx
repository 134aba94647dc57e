import type { ReactElement } from 'react';
import { isObject } from '../mapping/fields';
import { show } from '../mapping/sample';
import type { Json } from '../model/json';
import { useEditing } from '../store/editing';

const MOST_ROWS = 500;

/** A list as a table; the columns are all keys that occur. */
export function Table({ rows }: { readonly rows: readonly Json[] }): ReactElement {
    const { texts } = useEditing();
    const shown = rows.slice(0, MOST_ROWS);
    const columns = [...new Set(shown.flatMap((row) => (isObject(row) ? Object.keys(row) : ['value'])))];
    return (
        <div className="bundle-table" tabIndex={0} role="region" aria-label={texts.t('mapping.inspect.table')}>
            <table>
                <thead>
                    <tr>
                        {columns.map((column) => (
                            <th key={column} scope="col">
                                {column}
                            </th>
                        ))}
                    </tr>
                </thead>
                <tbody>
                    {shown.map((row, index) => (
                        <tr key={index}>
                            {columns.map((column) => {
                                const value = isObject(row) ? row[column] : row;
                                return (
                                    <td key={column} title={show(value)}>
                                        {show(value)}
                                    </td>
                                );
                            })}
                        </tr>
                    ))}
                </tbody>
            </table>
            {rows.length > MOST_ROWS && <p className="tt-help">{texts.t('mapping.inspect.table.cut', MOST_ROWS, rows.length)}</p>}
        </div>
    );
}
