import type { Json, JsonObject } from '../model/json';

/** Settings of a scenario and what they are without a choice; `undefined` is left out. */
const DEFAULTS: Readonly<Record<string, Json | undefined>> = {
    timeZone: 'Europe/Paris', locale: 'en', sequential: false, confidential: false, replySeconds: 40, schedule: undefined, make: undefined,
    handler: undefined, incompletes: true, dataLoss: false, autoCommit: true, commitTriggerLast: true, cycles: 1, maxErrors: 0,
    maxRunsAtOnce: undefined, maxPerMinute: undefined, retentionDays: undefined, inputs: [], outputs: [],
};

/** The settings with one of them changed, or given its default back; a code where that makes no sense. */
export function withSetting(settings: JsonObject, key: string, value: Json | undefined): JsonObject | 'unknown-setting' | 'bad-setting' {
    if (!(key in DEFAULTS)) return 'unknown-setting';
    const next = value === undefined ? DEFAULTS[key] : value;
    if (key === 'timeZone' && !isTimeZone(next)) return 'bad-setting';
    const { [key]: _old, ...rest } = settings;
    return next === undefined ? rest : { ...settings, [key]: next };
}

function isTimeZone(value: Json | undefined): boolean {
    try {
        return typeof value === 'string' && new Intl.DateTimeFormat('en', { timeZone: value }) !== null;
    } catch {
        return false;
    }
}
