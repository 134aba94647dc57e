import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { Field, ModuleSpec } from '../model/catalogue';
import type { Json, JsonObject } from '../model/json';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { useModule, useProblems, useSetValue, useSpec } from '../store/hooks';
import { ConnectionField } from './ConnectionField';
import { RESUME, splits } from '../canvas/kinds';
import { FailureSection } from './failure/FailureSection';
import { ResumeHints } from './failure/ResumeHints';
import { FieldRow } from './FieldRow';
import { Inert } from './Inert';
import { RoutesSection } from './RoutesSection';
import { isShown } from './shown';
import { WebhookAddress } from './WebhookAddress';
import './settings.css';

export interface SettingsPanelProps {
    /** The module whose fields are shown. The frame (header, tabs) is drawn by `panel/ModulePanel.tsx`. */
    readonly no: number;
}

/** The form of one module, generated from its spec. Nothing to confirm: what is typed is kept. */
export function SettingsPanel({ no }: SettingsPanelProps): ReactElement | null {
    const module = useModule(no);
    const spec = useSpec(module?.module ?? '');
    if (!module) return null;
    if (!spec) return <Inert module={module} />;
    return (
        <>
            <Form no={no} spec={spec} values={module.values} />
            {module.module === RESUME && <ResumeHints no={no} />}
            {splits(module.module) && <RoutesSection no={no} />}
            <FailureSection no={no} />
        </>
    );
}

function Form({ no, spec, values }: { readonly no: number; readonly spec: ModuleSpec; readonly values: JsonObject }): ReactElement {
    const setValue = useSetValue();
    const shown = spec.fields.filter((field) => isShown(field, spec.fields, values));
    const form = useWanted(no);
    const row = (field: Field): ReactElement => (
        <FieldRow key={field.key} no={no} path={field.key} field={field} value={values[field.key]} onChange={(value: Json | undefined) => setValue(no, field.key, value)} />
    );
    return (
        <div className="tt-form" ref={form}>
            {spec.help && <p className="tt-help lead">{spec.help}</p>}
            {spec.ref === 'webhook:receive' && <WebhookAddress />}
            {(spec.connectionTypes?.length ?? 0) > 0 && <ConnectionField no={no} spec={spec} />}
            {shown.filter((field) => !field.advanced).map(row)}
            <Advanced no={no} fields={shown.filter((field) => field.advanced)} values={values} row={row} />
        </div>
    );
}

interface AdvancedProps {
    readonly no: number;
    readonly fields: readonly Field[];
    readonly values: JsonObject;
    readonly row: (field: Field) => ReactElement;
}

function Advanced({ no, fields, values, row }: AdvancedProps): ReactElement | null {
    const { texts, fields: places } = useEditing();
    const [open, setOpen] = useState(false);
    const wanted = useCell(places.wanted);
    const troubled = useProblems(no).some((problem) => fields.some((field) => field.key === problem.field));
    const asked = wanted?.no === no && fields.some((field) => field.key === wanted.key);
    useEffect(() => {
        if (asked) setOpen(true);
    }, [asked]);
    if (fields.length === 0) return null;
    const changed = fields.filter((field) => field.key in values && JSON.stringify(values[field.key]) !== JSON.stringify(field.default)).length;
    return (
        <section>
            <button type="button" className="tt-link" aria-expanded={open} onClick={() => setOpen(!open)}>
                {texts.t('mapping.advanced', fields.length)} {open ? '▴' : '▾'}
                {changed > 0 && <span className="tt-count">{texts.n('mapping.advanced.changed', changed)}</span>}
                {troubled && <span className="tt-count wrong">!</span>}
            </button>
            {open && <div className="tt-form nested">{fields.map(row)}</div>}
        </section>
    );
}

/** Scrolls to the field someone asks for and gives it the focus. */
function useWanted(no: number): React.RefObject<HTMLDivElement | null> {
    const { fields } = useEditing();
    const form = useRef<HTMLDivElement>(null);
    const wanted = useCell(fields.wanted);
    useEffect(() => {
        if (wanted?.no !== no) return;
        const row = form.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(wanted.key)}"]`);
        if (!row) return;
        row.scrollIntoView({ block: 'center' });
        row.querySelector<HTMLElement>('.cm-content, input, select, textarea, button[role=switch]')?.focus();
        fields.wanted.set(null);
    });
    return form;
}
