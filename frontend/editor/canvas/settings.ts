import { PARAMETER_TYPES } from '../model/blueprint';
import type { Json, JsonObject } from '../model/json';

/** A setting of a scenario: what it is without a choice (`undefined` is left out), and what it may be. */
interface Setting {
    readonly otherwise: Json | undefined;
    readonly fits: (value: Json) => boolean;
}

const yesNo = (otherwise: boolean): Setting => ({ otherwise, fits: (value) => typeof value === 'boolean' });

const whole = (least: number, most: number, otherwise?: number): Setting => ({
    otherwise,
    fits: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most,
});

const object: Setting = { otherwise: undefined, fits: isObject };
const parameters: Setting = { otherwise: [], fits: areParameters };

const SETTINGS: Readonly<Record<string, Setting>> = {
    timeZone: { otherwise: 'Europe/Paris', fits: isTimeZone },
    locale: { otherwise: 'en', fits: isLocale },
    sequential: yesNo(false),
    confidential: yesNo(false),
    replySeconds: whole(1, 300, 40),
    schedule: object,
    make: object,
    handler: whole(1, 99_999),
    incompletes: yesNo(true),
    dataLoss: yesNo(false),
    autoCommit: yesNo(true),
    commitTriggerLast: yesNo(true),
    cycles: whole(1, 10_000, 1),
    maxErrors: whole(0, 10_000, 0),
    maxRunsAtOnce: whole(1, 10_000),
    maxPerMinute: whole(1, 1_000_000),
    retentionDays: whole(1, 36_500),
    inputs: parameters,
    outputs: parameters,
};

/** The settings with one of them changed, or given its default back; a code where that makes no sense. */
export function withSetting(settings: JsonObject, key: string, value: Json | undefined): JsonObject | 'unknown-setting' | 'bad-setting' {
    const setting = Object.hasOwn(SETTINGS, key) ? SETTINGS[key] : undefined;
    if (setting === undefined) return 'unknown-setting';
    const next = value ?? setting.otherwise;
    if (next !== undefined && !setting.fits(next)) return 'bad-setting';
    const { [key]: _old, ...rest } = settings;
    return next === undefined ? rest : { ...settings, [key]: next };
}

function isObject(value: Json | undefined): value is JsonObject {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTimeZone(value: Json): boolean {
    return accepts(value, (zone) => new Intl.DateTimeFormat('en', { timeZone: zone }));
}

function isLocale(value: Json): boolean {
    return accepts(value, (tag) => new Intl.Locale(tag));
}

function accepts(value: Json, make: (text: string) => object): boolean {
    try {
        return typeof value === 'string' && make(value) !== null;
    } catch {
        return false;
    }
}

const NAME = /^[\p{L}_][\p{L}\p{N}_ .-]{0,99}$/u;

function areParameters(value: Json): boolean {
    if (!Array.isArray(value)) return false;
    const all: readonly Json[] = value;
    const names = all.map((one) => (isObject(one) ? one['name'] : undefined));
    return all.every(isParameter) && new Set(names).size === all.length;
}

function isParameter(value: Json): boolean {
    if (!isObject(value) || typeof value['name'] !== 'string' || !NAME.test(value['name'])) return false;
    const type = value['type'] ?? 'text';
    return PARAMETER_TYPES.some((known) => known === type);
}
