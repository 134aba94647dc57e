import { useEffect, useId, useState, type ReactElement } from 'react';
import { useEditing } from '../../store/editing';
import { useSetting } from './Setting';

const ZONES: readonly string[] = Intl.supportedValuesOf('timeZone');
const LOCALES = ['en', 'fr', 'en-GB', 'fr-CA', 'fr-CH', 'de', 'de-CH', 'es', 'it', 'nl', 'pt', 'pt-BR', 'sv', 'pl'] as const;

/** The zone in which the scenario's dates and schedule are meant. Only a zone that exists is kept. */
export function ZoneSetting(): ReactElement {
    const { texts, draft } = useEditing();
    const [value, set] = useSetting('timeZone');
    const own = typeof value === 'string' ? value : 'Europe/Paris';
    const [typed, setTyped] = useState(own);
    const list = useId();
    useEffect(() => setTyped(own), [own]);
    const known = ZONES.includes(typed) || typed === 'UTC';
    return (
        <label className="tt-field">
            <span className="tt-label">{texts.t('editor.settings.timeZone')}</span>
            <input
                className="tt-input" list={list} value={typed} readOnly={draft.readOnly} aria-invalid={!known} data-testid="setting-timeZone"
                onChange={(event) => {
                    setTyped(event.target.value);
                    if (ZONES.includes(event.target.value) || event.target.value === 'UTC') set(event.target.value);
                }}
                onBlur={() => (draft.seal(), setTyped(own))}
            />
            <datalist id={list}>{ZONES.map((zone) => <option key={zone} value={zone} />)}</datalist>
            {known ? <span className="tt-help">{texts.t('editor.settings.timeZone.help', clock(typed, texts.language))}</span> : <span className="tt-fault error">{texts.t('editor.settings.timeZone.unknown')}</span>}
        </label>
    );
}

/** The language in which functions write numbers and dates. */
export function LocaleSetting(): ReactElement {
    const { texts, draft } = useEditing();
    const [value, set] = useSetting('locale');
    const own = typeof value === 'string' ? value : 'en';
    const names = new Intl.DisplayNames(texts.language, { type: 'language' });
    const all = (LOCALES as readonly string[]).includes(own) ? LOCALES : [...LOCALES, own];
    return (
        <label className="tt-field">
            <span className="tt-label">{texts.t('editor.settings.locale')}</span>
            <select className="tt-select" value={own} disabled={draft.readOnly} data-testid="setting-locale" onChange={(event) => set(event.target.value)}>
                {all.map((locale) => <option key={locale} value={locale}>{names.of(locale) ?? locale}</option>)}
            </select>
            <span className="tt-help">{texts.t('editor.settings.locale.help', new Intl.NumberFormat(own).format(1234.5), new Intl.DateTimeFormat(own, { dateStyle: 'long' }).format(Date.UTC(2026, 11, 5)))}</span>
        </label>
    );
}

const clock = (zone: string, language: string): string => new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: zone }).format(new Date());
