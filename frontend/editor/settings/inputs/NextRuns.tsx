import { useEffect, useState, type ReactElement } from 'react';
import type { JsonObject } from '../../model/json';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';

/** The next five times a schedule would fire, in the zone of the scenario. */
export function NextRuns({ schedule }: { readonly schedule: JsonObject }): ReactElement | null {
    const { api, draft, texts } = useEditing();
    const zone = useCell(draft.document, (document) => String(document.blueprint.settings['timeZone'] ?? ''));
    const [answer, setAnswer] = useState<{ readonly times: readonly string[]; readonly zone: string } | { readonly error: string } | null>(null);
    const text = JSON.stringify(schedule);
    useEffect(() => {
        const stop = new AbortController();
        const body = { schedule: JSON.parse(text) as unknown, ...(zone ? { timeZone: zone } : {}), count: 5 };
        const wait = setTimeout(() => {
            api.http<{ times: readonly string[]; zone: string }>('/schedules/next', { method: 'POST', body, signal: stop.signal }).then(setAnswer, (cause: unknown) => {
                if (!stop.signal.aborted) setAnswer({ error: cause instanceof Error ? cause.message : String(cause) });
            });
        }, 200);
        return () => {
            clearTimeout(wait);
            stop.abort();
        };
    }, [api, text, zone]);
    if (!answer) return null;
    if ('error' in answer) return <p className="tt-fault error">{answer.error}</p>;
    const written = new Intl.DateTimeFormat(texts.language, { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: answer.zone });
    return (
        <div className="preview" data-testid="preview-schedule">
            <b>{texts.t('mapping.schedule.next', answer.zone)}</b>
            {answer.times.length === 0 ? texts.t('mapping.schedule.never') : answer.times.map((time) => <div key={time}>{written.format(new Date(time))}</div>)}
        </div>
    );
}
