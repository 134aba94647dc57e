import type { ReactElement } from 'react';
import type { Json, JsonObject } from '../../model/json';
import { isObject } from '../../mapping/fields';
import { useEditing } from '../../store/editing';
import type { InputProps } from '../FieldRow';
import { DayPicker } from './DayPicker';
import { NextRuns } from './NextRuns';

const KINDS = ['interval', 'daily', 'weekly', 'monthly', 'yearly', 'dates', 'once', 'cron'] as const;
const MONTHS = Array.from({ length: 12 }, (_none, index) => index + 1);
const DATES = Array.from({ length: 31 }, (_none, index) => index + 1);
const WEEK = [1, 2, 3, 4, 5, 6, 0];

/** When a scenario starts, as a sentence to fill in; the next times show that it was understood. */
export function ScheduleInput({ value, field, onChange, path }: InputProps): ReactElement {
    const { texts, draft } = useEditing();
    const own: JsonObject = isObject(value) ? value : isObject(field.default) ? field.default : { kind: 'daily', time: '09:00' };
    const kind = String(own['kind'] ?? 'daily');
    const set = (key: string, next: Json): void => onChange({ ...own, [key]: next });
    const text = (key: string, type: string, fallback = ''): ReactElement => (
        <label className="tt-field">
            <span className="tt-label">{texts.t(`mapping.schedule.${key}`)}</span>
            <input className="tt-input" type={type} value={String(own[key] ?? fallback)} readOnly={draft.readOnly} onChange={(event) => set(key, type === 'number' ? Number(event.target.value) : event.target.value)} />
        </label>
    );
    const days = numbers(own['days']);
    const picked = (key: 'days' | 'months', all: readonly number[], label: (day: number) => string): ReactElement => (
        <DayPicker label={texts.t(`mapping.schedule.${kind}.${key}`)} all={all} chosen={key === 'days' ? days : numbers(own['months'])} name={label} onChange={(next) => set(key, next)} />
    );
    return (
        <div className="tt-nested" data-testid={`field-${path}`}>
            <label className="tt-field">
                <span className="tt-label">{texts.t('mapping.schedule.kind')}</span>
                <select className="tt-select" value={kind} disabled={draft.readOnly} onChange={(event) => onChange(fresh(event.target.value, own))}>
                    {KINDS.map((name) => (
                        <option key={name} value={name}>
                            {texts.t(`mapping.schedule.kind.${name}`)}
                        </option>
                    ))}
                </select>
            </label>
            {kind === 'interval' && text('minutes', 'number', '15')}
            {kind === 'weekly' && picked('days', WEEK, (day) => weekday(texts.language, day))}
            {kind === 'monthly' && picked('days', DATES, String)}
            {kind === 'yearly' && picked('months', MONTHS, (month) => monthName(texts.language, month))}
            {kind === 'yearly' && picked('days', DATES, String)}
            {kind === 'dates' && (
                <label className="tt-field">
                    <span className="tt-label">{texts.t('mapping.schedule.dates')}</span>
                    <textarea
                        className="tt-input"
                        rows={3}
                        placeholder="2026-12-24"
                        defaultValue={strings(own['dates']).join('\n')}
                        onBlur={(event) => set('dates', event.target.value.split(/[\s,;]+/).filter(Boolean))}
                    />
                </label>
            )}
            {kind === 'once' && text('at', 'datetime-local')}
            {kind === 'cron' && text('cron', 'text', '0 9 * * 1-5')}
            {['daily', 'weekly', 'monthly', 'yearly', 'dates'].includes(kind) && text('time', 'time', '09:00')}
            <NextRuns schedule={own} />
        </div>
    );
}

/** The parts that mean nothing to another kind are left behind; the time of day and the limits stay. */
function fresh(kind: string, own: JsonObject): JsonObject {
    const kept = Object.fromEntries(['time', 'from', 'until', 'restrict'].flatMap((key) => (own[key] === undefined ? [] : [[key, own[key]]])));
    const first: Readonly<Record<string, JsonObject>> = {
        interval: { minutes: 15 },
        weekly: { days: [1, 2, 3, 4, 5] },
        monthly: { days: [1] },
        yearly: { months: [1], days: [1] },
        dates: { dates: [] },
        cron: { cron: '0 9 * * 1-5' },
    };
    return { kind, time: '09:00', ...kept, ...first[kind] };
}

const numbers = (value: Json | undefined): readonly number[] => (Array.isArray(value) ? value.map(Number) : []);
const strings = (value: Json | undefined): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** 1 January 2023 was a Sunday, the day that counts as 0. */
function weekday(language: string, day: number): string {
    return new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }).format(Date.UTC(2023, 0, 1 + day));
}

function monthName(language: string, month: number): string {
    return new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' }).format(Date.UTC(2023, month - 1, 1));
}
