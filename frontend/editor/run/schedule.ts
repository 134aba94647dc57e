import type { Texts } from '../i18n/texts';
import type { Json, JsonObject } from '../model/json';

/** A schedule's rule in words. */
export function scheduleWords(rule: JsonObject | undefined, texts: Texts): string {
    const text = (key: string): string => (typeof rule?.[key] === 'string' || typeof rule?.[key] === 'number' ? String(rule[key]) : '');
    switch (rule?.kind) {
        case 'interval':
            return texts.n('editor.schedule.interval', Number(text('minutes')) || 1);
        case 'daily':
            return texts.t('editor.schedule.daily', text('time'));
        case 'weekly':
            return texts.t('editor.schedule.weekly', days(rule.days, texts.language), text('time'));
        case 'monthly':
        case 'yearly':
        case 'dates':
            return texts.t(`editor.schedule.${rule.kind}`, text('time'));
        case 'once':
            return texts.t('editor.schedule.once', text('at').replace('T', ' '));
        case 'cron':
            return text('cron');
        default:
            return texts.t('editor.schedule.demand');
    }
}

/** Days of the week as their short names; 1 or `MON` is Monday. */
function days(value: Json | undefined, language: string): string {
    if (!Array.isArray(value)) return '';
    const names = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
    const order = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
    return value
        .map((day: Json) => (typeof day === 'number' ? day % 7 : order.indexOf(String(day).slice(0, 3).toUpperCase())))
        .filter((day) => day >= 0)
        .map((day) => names.format(new Date(Date.UTC(2023, 0, 1 + day))))
        .join(', ');
}
