import { useState, type ReactNode } from 'react';
import type { Parameter } from '../model/blueprint';
import type { Json } from '../model/json';
import { useEditing } from '../store/editing';
import { Dialog } from '../ui/Dialog';
import { inputsOf, typedAs } from './inputs';
import { startWith } from './start';

type Typed = Readonly<Record<string, string>>;

/** Before a run of a scenario that takes inputs: the values it starts with. What was typed last is offered again. */
export function InputsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
    const editing = useEditing();
    const { texts, draft } = editing;
    const kept = `tutti.inputs.${draft.scenarioId}`;
    const parameters = inputsOf(draft.document.get().blueprint.settings);
    const [typed, setTyped] = useState<Typed>(() => ({ ...defaults(parameters), ...remembered(kept) }));
    const [asked, setAsked] = useState(false);
    const values = parameters.map((parameter) => [parameter, typedAs(parameter, typed[parameter.name] ?? '')] as const);
    const fault = (parameter: Parameter, value: Json | undefined): string | null =>
        value === null ? texts.t('editor.inputs.wrong', texts.t(`editor.parameter.type.${parameter.type}`)) : value === undefined && parameter.required ? texts.t('editor.inputs.missing') : null;
    const start = (): void => {
        setAsked(true);
        if (values.some(([parameter, value]) => fault(parameter, value))) return;
        sessionStorage.setItem(kept, JSON.stringify(typed));
        onClose();
        void startWith(editing, Object.fromEntries(values.flatMap(([{ name }, value]) => (value === undefined ? [] : [[name, value]]))));
    };
    return (
        <Dialog title={texts.t('editor.inputs.title')} onClose={onClose} footer={
            <>
                <button type="button" className="tt-btn tt-btn-quiet" onClick={onClose}>{texts.t('editor.cancel')}</button>
                <button type="button" className="tt-btn tt-btn-ink" data-testid="inputs-start" onClick={start}>{texts.t('editor.run.once')}</button>
            </>
        }>
            {values.map(([parameter, value]) => {
                const wrong = asked ? fault(parameter, value) : null;
                return (
                    <label key={parameter.name} className="tt-field">
                        <span className="tt-label">{parameter.label ?? parameter.name}{parameter.required && <span className="tt-required"> *</span>}</span>
                        <InputControl parameter={parameter} text={typed[parameter.name] ?? ''} onText={(text) => setTyped({ ...typed, [parameter.name]: text })} />
                        {wrong && <span className="tt-fault error" role="alert">{wrong}</span>}
                        {parameter.help && <span className="tt-help">{parameter.help}</span>}
                    </label>
                );
            })}
        </Dialog>
    );
}

function InputControl({ parameter, text, onText }: { readonly parameter: Parameter; readonly text: string; readonly onText: (text: string) => void }): ReactNode {
    const { texts } = useEditing();
    const common = { className: 'tt-input', value: text, name: parameter.name, 'data-testid': `input-${parameter.name}` };
    const choices = parameter.type === 'boolean' ? ['true', 'false'] : (parameter.options ?? []);
    if (parameter.type === 'boolean' || parameter.type === 'select') {
        return (
            <select {...common} className="tt-select" onChange={(event) => onText(event.target.value)}>
                <option value="">{texts.t('mapping.choose')}</option>
                {choices.map((choice) => <option key={choice} value={choice}>{parameter.type === 'boolean' ? texts.t(choice === 'true' ? 'mapping.yes' : 'mapping.no') : choice}</option>)}
            </select>
        );
    }
    if (parameter.multiline || parameter.type === 'array' || parameter.type === 'collection') return <textarea {...common} rows={4} onChange={(event) => onText(event.target.value)} />;
    const type = { date: 'datetime-local', color: 'color', email: 'email', url: 'url' }[parameter.type as string] ?? 'text';
    return <input {...common} type={type} onChange={(event) => onText(event.target.value)} />;
}

const defaults = (parameters: readonly Parameter[]): Typed =>
    Object.fromEntries(parameters.flatMap(({ name, default: value }) => (value === undefined || value === null ? [] : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]])));

function remembered(key: string): Typed {
    try {
        return JSON.parse(sessionStorage.getItem(key) ?? '{}') as Typed;
    } catch {
        return {};
    }
}
