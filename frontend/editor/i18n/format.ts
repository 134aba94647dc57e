/** Writes numbers, times and durations the way the reader's language does. */
export interface Format {
    number(value: number): string;
    time(iso: string): string;
    clock(iso: string): string;
    date(iso: string): string;
    duration(ms: number): string;
}

/** The reader's own regional form of the language, where the browser names one: `en-GB` for `en`. */
export const regional = (language: string): string => navigator.languages.find((own) => own.startsWith(language)) ?? language;

export function format(language: string): Format {
    const number = new Intl.NumberFormat(language);
    const seconds = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
    const time = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
    const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
    const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
    return {
        number: (value) => number.format(value),
        time: (iso) => time.format(new Date(iso)),
        clock: (iso) => clock.format(new Date(iso)),
        date: (iso) => date.format(new Date(iso)),
        duration: (ms) => {
            if (ms < 1000) return `${number.format(Math.round(ms))}\u00a0ms`;
            if (ms < 60_000) return `${seconds.format(ms / 1000)}\u00a0s`;
            return `${number.format(Math.floor(ms / 60_000))}\u00a0min ${Math.round((ms % 60_000) / 1000)}\u00a0s`;
        },
    };
}
