import { useState, type ReactElement } from 'react';
import type { Operation } from '../model/runs';
import { useEditing } from '../store/editing';
import { BundleView } from './BundleView';
import { ErrorCard } from './ErrorCard';
import { FilterRows } from './FilterRows';
import { useOperations } from './operations';
import './inspect.css';

export interface InspectorProps {
    readonly no: number;
    readonly side: 'input' | 'output';
}

/** Not one operation but what all of them gave. */
const ALL = -1;

/** What one module got and gave in the run on the canvas: operations on the left, the bundle on the right. */
export function Inspector({ no, side }: InspectorProps): ReactElement {
    const { texts } = useEditing();
    const { operations, state, more } = useOperations(no);
    const [picked, setPicked] = useState<number | null>(null);
    // That a filter let a bundle in goes without saying: here it is.
    const shown = operations.filter((each) => each.kind !== 'filter' || each.status === 'rejected');
    const together = side === 'output' && shown.length > 1 && shown.every((each) => !each.error);
    const chosen = picked ?? (together ? ALL : 0);
    const operation = shown[Math.min(Math.max(chosen, 0), shown.length - 1)];
    if (state === 'no-run') return <p className="tt-help lead">{texts.t('mapping.inspect.no-run')}</p>;
    if (!operation) return <p className="tt-help lead">{texts.t(state === 'loading' ? 'mapping.inspect.loading' : 'mapping.inspect.nothing')}</p>;
    return (
        <div className="inspector" data-testid={`inspector-${side}`}>
            {(shown.length > 1 || more) && (
                <div className="inspector-list" role="listbox" aria-label={texts.t('mapping.inspect.operations')}>
                    {together && (
                        <button type="button" role="option" aria-selected={chosen === ALL} className="inspector-row" onClick={() => setPicked(ALL)}>
                            {texts.t('mapping.inspect.all')}
                        </button>
                    )}
                    {shown.map((each, index) => (
                        <OperationRow key={each.seq} operation={each} index={index} chosen={chosen !== ALL && each === operation} onChoose={() => setPicked(index)} />
                    ))}
                    {more && (
                        <button type="button" className="tt-link small" onClick={more}>
                            {texts.t('mapping.inspect.more')}
                        </button>
                    )}
                </div>
            )}
            <div className="inspector-body">
                {chosen === ALL ? <BundleView bundles={shown.flatMap((each) => each.output ?? [])} /> : <Details operation={operation} side={side} />}
            </div>
        </div>
    );
}

function Details({ operation, side }: { readonly operation: Operation; readonly side: 'input' | 'output' }): ReactElement {
    return (
        <>
            {operation.error && <ErrorCard error={operation.error} no={operation.module} />}
            {operation.rows && operation.rows.length > 0 && <FilterRows rows={operation.rows} />}
            {side === 'input' ? <Input operation={operation} /> : <Outputs operation={operation} />}
        </>
    );
}

function OperationRow({ operation, index, chosen, onChoose }: { readonly operation: Operation; readonly index: number; readonly chosen: boolean; readonly onChoose: () => void }): ReactElement {
    const { format, texts } = useEditing();
    const good = operation.status === 'ok' || operation.status === 'passed';
    const sign = good ? '✓' : operation.status === 'waiting' ? '⏸' : '✕';
    return (
        <button type="button" role="option" aria-selected={chosen} className={`inspector-row ${good ? 'ok' : operation.status}`} onClick={onChoose}>
            <span aria-hidden>{sign}</span>
            {operation.kind === 'filter' ? texts.t(`mapping.inspect.filter.${operation.status}`) : texts.t('mapping.inspect.operation', index + 1)}
            {operation.ms !== undefined && <small>{format.duration(operation.ms)}</small>}
        </button>
    );
}

function Input({ operation }: { readonly operation: Operation }): ReactElement {
    const { texts } = useEditing();
    if (!operation.input || Object.keys(operation.input).length === 0) return <p className="tt-help lead">{texts.t('mapping.inspect.no-input')}</p>;
    return <BundleView bundles={[operation.input]} />;
}

function Outputs({ operation }: { readonly operation: Operation }): ReactElement | null {
    const { texts } = useEditing();
    if (!operation.output || operation.output.length === 0) return operation.error ? null : <p className="tt-help lead">{texts.t('mapping.inspect.no-output')}</p>;
    return <BundleView bundles={operation.output} />;
}
