import type { ReactElement } from 'react';
import { isObject } from '../../mapping/fields';
import type { Field } from '../../model/catalogue';
import { SCHEDULE, startOf, WEBHOOK } from '../../run/start';
import { useEditing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { ScheduleInput } from '../inputs/ScheduleInput';
import { useSetting } from './Setting';

const FIELD: Field = { key: 'schedule', label: '', type: 'schedule', default: { kind: 'interval', minutes: 15 } };

/** When a scenario runs that neither a request nor a schedule of its first module starts. */
export function ScheduleSetting(): ReactElement {
    const editing = useEditing();
    const { texts, draft, commands } = editing;
    useBlueprint();
    const start = startOf(editing);
    const [value, set] = useSetting('schedule');
    if (start?.module === WEBHOOK || start?.module === SCHEDULE || start?.module === 'scenario:start') {
        return (
            <p className="tt-help">
                {texts.t(start.module === WEBHOOK ? 'editor.settings.schedule.webhook' : start.module === SCHEDULE ? 'editor.settings.schedule.module' : 'editor.settings.schedule.called')}{' '}
                <button type="button" className="tt-link small" onClick={() => commands.open(start.no)}>{texts.t('editor.settings.schedule.open')}</button>
            </p>
        );
    }
    const on = isObject(value);
    return (
        <div className="tt-field">
            <button type="button" role="switch" className="tt-yesno" aria-checked={on} disabled={draft.readOnly} data-testid="setting-schedule" onClick={() => set(on ? undefined : (FIELD.default ?? undefined))}>
                <span className="knob" aria-hidden />
                {texts.t('editor.settings.schedule')}
            </button>
            {!on && <p className="tt-help">{texts.t('editor.settings.schedule.help')}</p>}
            {on && <ScheduleInput no={start?.no ?? 0} field={FIELD} path="schedule" value={value} onChange={set} labelledBy="" describedBy="" invalid={false} />}
        </div>
    );
}
