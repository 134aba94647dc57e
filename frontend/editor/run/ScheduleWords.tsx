import type { ReactNode } from 'react';
import type { JsonObject } from '../model/json';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { scheduleWords } from './schedule';
import { SCHEDULE, startOf, WEBHOOK } from './start';

/** When production runs: at once for a webhook, by its rule for a schedule, else on demand. */
export function ScheduleWords(): ReactNode {
    const editing = useEditing();
    const { texts, commands, panel } = editing;
    const { settings } = useBlueprint();
    const start = startOf(editing);
    const rule = (start?.module === SCHEDULE ? start.values.schedule : settings.schedule) as JsonObject | undefined;
    const words = start?.module === WEBHOOK ? texts.t('editor.schedule.immediately') : scheduleWords(rule, texts);
    if (start?.module === WEBHOOK) return <span className="tt-run-facts tt-schedule">{texts.t('editor.schedule')} <b>{words}</b></span>;
    return (
        <button type="button" className="tt-btn tt-btn-quiet tt-schedule" data-testid="schedule" onClick={() => (start?.module === SCHEDULE ? commands.open(start.no) : panel.set({ kind: 'scenario' }))}>
            {texts.t('editor.schedule')} <b>{words}</b>
        </button>
    );
}
