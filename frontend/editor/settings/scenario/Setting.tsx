import { useId, type ReactElement } from 'react';
import type { Json } from '../../model/json';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';

/** One setting of the scenario and how to change it; the value is taken away where it is the default again. */
export function useSetting(name: string): readonly [Json | undefined, (value: Json | undefined) => void] {
    const { draft, texts } = useEditing();
    const value = useCell(draft.document, ({ blueprint }) => blueprint.settings[name]);
    const set = (next: Json | undefined): void =>
        void draft.commit(texts.t('editor.step.settings'), [{ op: 'setSetting', key: name, ...(next === undefined ? {} : { value: next }) }], `setting:${name}`);
    return [value, set];
}

/** Yes or no; `standard` is what holds where nothing was chosen. */
export function SwitchSetting({ name, standard = false }: { readonly name: string; readonly standard?: boolean }): ReactElement {
    const { texts, draft } = useEditing();
    const [value, set] = useSetting(name);
    const help = useId();
    const on = typeof value === 'boolean' ? value : standard;
    return (
        <div className="tt-field">
            <button type="button" role="switch" className="tt-yesno" aria-checked={on} aria-describedby={help} disabled={draft.readOnly} data-testid={`setting-${name}`} onClick={() => set(!on)}>
                <span className="knob" aria-hidden />
                {texts.t(`editor.settings.${name}`)}
            </button>
            <p id={help} className="tt-help">{texts.t(`editor.settings.${name}.help`)}</p>
        </div>
    );
}

interface NumberSettingProps {
    readonly name: string;
    readonly least: number;
    readonly most: number;
    /** What holds where nothing was chosen; without one the empty field means "no limit". */
    readonly standard?: number;
}

export function NumberSetting({ name, least, most, standard }: NumberSettingProps): ReactElement {
    const { texts, draft } = useEditing();
    const [value, set] = useSetting(name);
    const change = (text: string): void => {
        const typed = Math.round(Number(text));
        set(text.trim() === '' || !Number.isFinite(typed) ? undefined : Math.min(most, Math.max(least, typed)));
    };
    const shown = typeof value === 'number' ? value : (standard ?? '');
    return (
        <label className="tt-field">
            <span className="tt-label">{texts.t(`editor.settings.${name}`)}</span>
            <input
                className="tt-input tt-number-wide" type="number" min={least} max={most} value={shown} readOnly={draft.readOnly} data-testid={`setting-${name}`}
                placeholder={texts.t('editor.settings.unlimited')} onBlur={() => draft.seal()} onChange={(event) => change(event.target.value)}
            />
            <span className="tt-help">{texts.t(`editor.settings.${name}.help`)}</span>
        </label>
    );
}
