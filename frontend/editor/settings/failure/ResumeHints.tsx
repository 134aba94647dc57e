import type { ReactElement } from 'react';
import { failingBefore } from '../../canvas/guarded';
import { find } from '../../canvas/lookup';
import { nameOf } from '../../canvas/words';
import { isObject } from '../../mapping/fields';
import type { Json } from '../../model/json';
import { useEditing } from '../../store/editing';
import { useBlueprint, useModule, useSetValue } from '../../store/hooks';

/** For "Use another value": the fields that the failed module would have given out, to be filled in. */
export function ResumeHints({ no }: { readonly no: number }): ReactElement | null {
    const { texts, specs, draft } = useEditing();
    const blueprint = useBlueprint();
    const setValue = useSetValue();
    const value = useModule(no)?.values['fields'];
    const failed = find(blueprint, failingBefore(blueprint, no) ?? -1);
    const spec = specs.get(failed?.module ?? '');
    if (!failed || draft.readOnly) return null;
    const there = new Set(Array.isArray(value) ? value.filter(isObject).map((row) => String(row['name'])) : isObject(value) ? Object.keys(value) : []);
    const keys = [...(spec?.outputs.map((output) => output.key) ?? []), ...Object.keys(spec?.example ?? {})];
    const missing = [...new Set(keys)].filter((key) => !there.has(key));
    if (missing.length === 0) return null;
    const add = (key: string): void => {
        const next: Json = isObject(value) ? { ...value, [key]: '' } : [...(Array.isArray(value) ? value : []), { name: key, value: '' }];
        setValue(no, 'fields', next);
    };
    return (
        <div className="tt-field" data-testid="resume-hints">
            <span className="tt-label">{texts.t('mapping.resume.fields', nameOf(failed, specs))}</span>
            <div className="tt-row">
                {missing.map((key) => <button key={key} type="button" className="tt-chip" onClick={() => add(key)}>+ {key}</button>)}
            </div>
        </div>
    );
}
