import { useState, type ReactNode } from 'react';
import { Problem } from '../../api/problem';
import { find } from '../../canvas/lookup';
import { nameOf } from '../../canvas/words';
import { ErrorCard } from '../../inspect/ErrorCard';
import { isOpen, type IncompleteDetail, type Resume } from '../../model/incomplete';
import type { JsonObject } from '../../model/json';
import { Head } from '../../panel/Head';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { JsonFields } from '../JsonFields';
import { EffectLists } from './EffectLists';
import '../../inspect/inspect.css';

/** A run that stopped at an error: what the failing module got, what came before, what happens when it goes on. */
export function IncompletePanel({ onClose }: { readonly onClose: () => void }): ReactNode {
    const item = useCell(useEditing().incomplete);
    return item && <Panel key={item.id} item={item} onClose={onClose} />;
}

function Panel({ item, onClose }: { readonly item: IncompleteDetail; readonly onClose: () => void }): ReactNode {
    const { texts, format, api, props, draft, specs } = useEditing();
    const [input, setInput] = useState<JsonObject>(item.input ?? {});
    const [outputs, setOutputs] = useState<Readonly<Record<string, JsonObject>>>({});
    const [busy, setBusy] = useState(false);
    const [failure, setFailure] = useState('');
    const open = isOpen(item);
    const name = (no: number, given?: string | null): string => {
        const module = find(draft.document.get().blueprint, no);
        return given ?? (module ? nameOf(module, specs) : String(no));
    };
    const attempt = async (act: () => Promise<string>): Promise<void> => {
        setBusy(true);
        setFailure('');
        try {
            window.location.assign(props.basePath + (await act()));
        } catch (cause) {
            setFailure(cause instanceof Problem ? cause.message : String(cause));
            setBusy(false);
        }
    };
    const edited = JSON.stringify(input) !== JSON.stringify(item.input ?? {});
    const resume: Resume = { ...(edited ? { input } : {}), ...(Object.keys(outputs).length > 0 ? { outputs } : {}) };
    const state = item.state === 'scheduled' && item.nextTryAt ? texts.t('editor.incomplete.tryAt', format.date(item.nextTryAt)) : texts.t(`editor.incomplete.state.${item.state}`);
    return (
        <>
            <Head title={texts.t('editor.incomplete')} line={`${name(item.module, item.moduleName)} · ${state}`} onClose={onClose} />
            <div className="tt-panel-body" data-testid="incomplete">
                {item.error && <ErrorCard error={item.error} />}
                <p className="tt-help lead">{texts.t(item.kind === 'bundle' ? 'editor.incomplete.bundle' : 'editor.incomplete.run', format.date(item.createdAt), item.attempts)}</p>
                {item.effects && <EffectLists effects={item.effects} name={name} />}
                <section className="tt-field">
                    <h3 className="tt-h3">{texts.t('editor.incomplete.input', name(item.module, item.moduleName))}</h3>
                    {Object.keys(input).length === 0 && <p className="tt-help">{texts.t('mapping.inspect.no-input')}</p>}
                    <JsonFields testid="incomplete-input" value={input} readOnly={!open} wrong={texts.t('editor.json.wrong')} onChange={setInput} />
                    {edited && <p className="tt-fault info">{texts.t('editor.incomplete.input.edited')}</p>}
                </section>
                {(item.upstream ?? []).map(({ no, name: given, bundle }) => (
                    <details key={no} className="tt-section">
                        <summary>{texts.t('editor.incomplete.output', name(no, given))}{outputs[no] && ` · ${texts.t('editor.incomplete.changed')}`}</summary>
                        <JsonFields testid={`incomplete-output-${no}`} value={outputs[no] ?? bundle} readOnly={!open || edited} wrong={texts.t('editor.json.wrong')} onChange={(next) => setOutputs({ ...outputs, [no]: next })} />
                    </details>
                ))}
                {failure && <p className="tt-error" role="alert">{failure}</p>}
            </div>
            {open && (
                <footer className="tt-panel-foot">
                    <button type="button" className="tt-btn tt-btn-quiet" disabled={busy} onClick={() => void attempt(() => api.dropIncomplete(item.id).then(() => '/inbox'))}>{texts.t('editor.incomplete.drop')}</button>
                    <span className="tt-grow" />
                    <button type="button" className="tt-btn tt-btn-ink" data-testid="continue" disabled={busy} onClick={() => void attempt(() => api.resume(item.id, resume).then(({ runId }) => (runId ? `/runs/${runId}` : '/inbox')))}>{texts.t('editor.incomplete.continue')}</button>
                </footer>
            )}
        </>
    );
}
