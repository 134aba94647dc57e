import { useId, useState, type ReactElement } from 'react';
import type { Field, FieldType } from '../model/catalogue';
import type { Json } from '../model/json';
import { parse } from '../mapping/grammar';
import { Preview } from '../mapping/Preview';
import { useEditing } from '../store/editing';
import { MERGE } from '../canvas/kinds';
import { useModule, useProblems } from '../store/hooks';
import { ArrayInput } from './inputs/ArrayInput';
import { ChoiceInput } from './inputs/ChoiceInput';
import { CollectionInput } from './inputs/CollectionInput';
import { DataStoreInput } from './inputs/DataStoreInput';
import { FilterInput } from './inputs/FilterInput';
import { FreeCollectionInput } from './inputs/FreeCollectionInput';
import { MergeInput } from './inputs/MergeInput';
import { ModuleInput } from './inputs/ModuleInput';
import { PairsInput } from './inputs/PairsInput';
import { ScheduleInput } from './inputs/ScheduleInput';
import { SelectInput } from './inputs/SelectInput';
import { SwitchInput } from './inputs/SwitchInput';
import { TextInput } from './inputs/TextInput';

export interface InputProps {
    readonly no: number;
    readonly field: Field;
    /** Where the value lies in the module: `headers`, `headers.0.value`. */
    readonly path: string;
    readonly value: Json | undefined;
    readonly onChange: (value: Json | undefined) => void;
    readonly labelledBy: string;
    readonly describedBy: string;
    readonly invalid: boolean;
}

const TYPED_IN: ReadonlySet<FieldType> = new Set<FieldType>(['text', 'number', 'date', 'any', 'json', 'file', 'duration']);
const WITHOUT_MAP: ReadonlySet<FieldType> = new Set<FieldType>(['filter', 'schedule', 'webhook', 'datastore', 'structure', 'scenario', 'module']);

/** One field of a form: label, control, help, problems and, where something is mapped, what it gives. */
export function FieldRow({ no, field, path, value, onChange }: Omit<InputProps, 'labelledBy' | 'describedBy' | 'invalid'>): ReactElement {
    const { texts } = useEditing();
    const id = useId();
    const problems = useProblems(no, path);
    const [touched, setTouched] = useState(false);
    const writable = TYPED_IN.has(field.type);
    const mapped = !writable && typeof value === 'string' && value.includes('{{');
    const [mapping, setMapping] = useState(mapped);
    const merging = useModule(no)?.module === MERGE;
    const toggle = !writable && !merging && (field.mappable ?? true) && !WITHOUT_MAP.has(field.type);
    const shownProblems = problems.filter((problem) => touched || value !== undefined || problem.severity !== 'error');
    const mistake = typeof value === 'string' && value.includes('{{') ? parse(value).mistakes[0] : undefined;
    const input: InputProps = { no, field, path, value, onChange, labelledBy: `${id}-label`, describedBy: `${id}-help`, invalid: mistake !== undefined || shownProblems.some((p) => p.severity === 'error') };
    return (
        <div className="tt-field" data-key={path} onBlur={() => setTouched(true)}>
            <div className="tt-label" id={`${id}-label`}>
                <span>
                    {field.label}
                    {field.required && <span className="tt-required" aria-label={texts.t('mapping.required')}> *</span>}
                </span>
                {field.unit && <em>{field.unit}</em>}
                {toggle && (
                    <button type="button" className="tt-map" role="switch" aria-checked={mapping || mapped} onClick={() => setMapping(!mapping)}>
                        {texts.t('mapping.map')} {mapping || mapped ? '◉' : '◯'}
                    </button>
                )}
            </div>
            {writable || mapping || mapped ? <TextInput {...input} /> : <Control {...input} />}
            <div id={`${id}-help`}>
                {mistake && shownProblems.length === 0 && <p className="tt-fault error">{texts.t(mistake.key, mistake.about ?? '')}</p>}
                {shownProblems.map((problem, index) => (
                    <p key={index} className={`tt-fault ${problem.severity}`} role={problem.severity === 'error' ? 'alert' : undefined}>
                        {problem.message}
                        {problem.advice && <span> {problem.advice}</span>}
                    </p>
                ))}
                {field.help && <p className="tt-help">{field.help}</p>}
            </div>
            {typeof value === 'string' && !mistake && <Preview no={no} field={path} text={value} told={shownProblems.length > 0} />}
        </div>
    );
}

function Control(props: InputProps): ReactElement | null {
    const { field } = props;
    const ref = useModule(props.no)?.module;
    switch (field.type) {
        case 'boolean':
            return <SwitchInput {...props} />;
        case 'select':
            return <SelectInput {...props} />;
        case 'collection':
            return field.fields && field.fields.length > 0 ? <CollectionInput {...props} /> : <FreeCollectionInput {...props} />;
        case 'array':
            if (ref === MERGE && props.path === 'outputs') return <MergeInput {...props} />;
            return <ArrayInput {...props} />;
        case 'keyvalue':
            return <PairsInput {...props} />;
        case 'filter':
            return <FilterInput {...props} />;
        case 'schedule':
            return <ScheduleInput {...props} />;
        case 'datastore':
            return <DataStoreInput {...props} />;
        case 'structure':
        case 'scenario':
            return <ChoiceInput {...props} />;
        case 'module':
            return <ModuleInput {...props} />;
        case 'webhook':
            return null;
        default:
            return <TextInput {...props} />;
    }
}
