import type { ReactNode } from 'react';
import type { ImportAnswer } from '../../api/api';
import { useTexts } from '../../store/editing';

/** Module by module how well it came over, and what is left for a person to do. */
export function ImportReport({ report }: { readonly report: ImportAnswer['report'] }): ReactNode {
    const { t, n } = useTexts();
    const exact = report.modules.filter((line) => line.grade === 'exact').length;
    const others = report.modules.filter((line) => line.grade !== 'exact');
    return (
        <div className="tt-report" data-testid="import-report">
            <p>{n('editor.import.exact', exact, report.modules.length)}</p>
            {others.length > 0 && (
                <ul>
                    {others.map((line, index) => (
                        <li key={index}>
                            <span className={`tt-chip ${line.grade === 'approximate' ? 'tt-chip-warn' : 'tt-chip-err'}`}>{t(`editor.import.grade.${line.grade}`)}</span>
                            <b>{line.module}</b>
                            {line.notes.map((note) => <small key={note}>{note}</small>)}
                        </li>
                    ))}
                </ul>
            )}
            {report.todo.length > 0 && (
                <>
                    <h3 className="tt-h3">{t('editor.import.todo')}</h3>
                    <ul>{report.todo.map((line) => <li key={line}>{line}</li>)}</ul>
                </>
            )}
        </div>
    );
}
