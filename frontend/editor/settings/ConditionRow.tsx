import { Trash2 } from 'lucide-react';
import type { ReactElement } from 'react';
import type { Row } from '../model/blueprint';
import type { Field } from '../model/catalogue';
import type { Json } from '../model/json';
import { parse } from '../mapping/grammar';
import { pick } from '../mapping/fields';
import { show } from '../mapping/sample';
import { useSamples } from '../mapping/samples';
import { useEditing } from '../store/editing';
import { TextInput } from './inputs/TextInput';
import { asNumbers, hasTwin, ignoresCase, operatorFor, OPERATORS, plainOperator, takesNoValue, withCase } from './operators';

const KNOWN: ReadonlySet<string> = new Set(OPERATORS.flatMap((group) => group.operators));

export interface RowVerdict {
    readonly a?: Json;
    readonly b?: Json;
    readonly passed: boolean;
    readonly reason?: string;
}

export interface ConditionRowProps {
    readonly no: number;
    readonly path: string;
    readonly row: Row;
    readonly verdict: RowVerdict | undefined;
    readonly onChange: (row: Row) => void;
    readonly onRemove?: () => void;
}

/** One comparison: value, operator, value, and what it said about the data at hand. */
export function ConditionRow({ no, path, row, verdict, onChange, onRemove }: ConditionRowProps): ReactElement {
    const { texts, draft } = useEditing();
    const { sources } = useSamples(no);
    const operand = (key: 'a' | 'b'): ReactElement => {
        const field: Field = { key, label: texts.t(`mapping.filter.${key}`), type: 'text', placeholder: texts.t(`mapping.filter.${key}`) };
        return <TextInput no={no} field={field} path={`${path}.${key}`} value={row[key]} onChange={(value) => onChange(changed(key, value))} labelledBy="" describedBy="" invalid={false} />;
    };
    const changed = (key: 'a' | 'b', value: Json | undefined): Row => {
        const next = { ...row, [key]: value ?? '' };
        const only = key === 'a' && isEmpty(row.a) ? parse(String(value ?? '')).pills[0] : undefined;
        if (!only) return next;
        const source = sources.find((candidate) => candidate.no === only.module);
        return { ...next, o: operatorFor(pick(source?.bundles[0], only.path)) };
    };
    const only = parse(String(row.a ?? '')).pills[0];
    const sample = verdict?.a ?? (only ? pick(sources.find((source) => source.no === only.module)?.bundles[0], only.path) : undefined);
    const numeric = asNumbers(row.o, sample, row.b);
    return (
        <div className="tt-condition">
            {operand('a')}
            <div className="tt-inline">
                <select
                    className="tt-select"
                    data-testid={`operator-${path}`}
                    value={plainOperator(row.o)}
                    aria-label={texts.t('mapping.filter.operator')}
                    disabled={draft.readOnly}
                    onChange={(event) => onChange({ ...row, o: withCase(event.target.value, ignoresCase(row.o)) })}
                >
                    {!KNOWN.has(plainOperator(row.o)) && <option value={plainOperator(row.o)}>{row.o}</option>}
                    {OPERATORS.map((group) => (
                        <optgroup key={group.kind} label={texts.t(`mapping.operators.${group.kind}`)}>
                            {group.operators.map((name) => (
                                <option key={name} value={name}>
                                    {texts.t(`mapping.operator.${name.replaceAll(':', '.')}`)}
                                </option>
                            ))}
                        </optgroup>
                    ))}
                </select>
                {hasTwin(row.o) && (
                    <button type="button" className="tt-case" aria-pressed={ignoresCase(row.o)} disabled={draft.readOnly} data-testid={`case-${path}`} aria-label={texts.t('mapping.filter.case')} title={texts.t('mapping.filter.case')} onClick={() => onChange({ ...row, o: withCase(row.o, !ignoresCase(row.o)) })}>
                        Aa
                    </button>
                )}
                {onRemove && !draft.readOnly && (
                    <button type="button" className="tt-icon-btn" aria-label={texts.t('mapping.filter.remove')} onClick={onRemove}>
                        <Trash2 size={14} aria-hidden />
                    </button>
                )}
            </div>
            {!takesNoValue(row.o) && operand('b')}
            {numeric && !draft.readOnly && (
                <p className="tt-fault warning" data-testid={`as-numbers-${path}`}>
                    {texts.t('mapping.filter.numbers')}{' '}
                    <button type="button" className="tt-link small" onClick={() => onChange({ ...row, o: numeric })}>{texts.t('mapping.filter.numbers.fix')}</button>
                </p>
            )}
            {verdict && !isEmpty(row.a) && (
                <p className={`tt-verdict ${verdict.passed ? 'ok' : 'no'}`}>
                    {verdict.passed ? '✓' : '✕'} {show(verdict.a) || texts.t('mapping.filter.nothing')}
                    {!takesNoValue(row.o) && ` · ${show(verdict.b) || texts.t('mapping.filter.nothing')}`}
                    {verdict.reason && <span> {verdict.reason}</span>}
                </p>
            )}
        </div>
    );
}

const isEmpty = (value: Json | undefined): boolean => value === undefined || value === null || value === '';
