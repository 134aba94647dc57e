import { useEffect, useState, type ReactNode } from 'react';
import { Problem } from '../../api/problem';
import type { ReplayVersion } from '../../api/api';
import { flowOrder } from '../../canvas/graph';
import { isDirective } from '../../canvas/kinds';
import { find } from '../../canvas/lookup';
import { nameOf } from '../../canvas/words';
import type { Effects } from '../../model/incomplete';
import type { JsonObject } from '../../model/json';
import type { Run } from '../../model/runs';
import { useEditing, type Editing } from '../../store/editing';
import { Dialog } from '../../ui/Dialog';
import { EffectLists } from '../incomplete/EffectLists';
import { JsonFields } from '../JsonFields';
import { begun, startOf } from '../start';

const VERSIONS: readonly ReplayVersion[] = ['live', 'draft', 'same'];

/** Runs something again: on which version, with which data, from which module on. */
export function ReplayDialog({ run, onClose }: { readonly run: Run; readonly onClose: () => void }): ReactNode {
    const editing = useEditing();
    const { texts, draft, specs, mode, api } = editing;
    const [version, setVersion] = useState<ReplayVersion>(mode === 'draft' ? 'draft' : run.version === null ? 'same' : 'live');
    const [from, setFrom] = useState(0);
    const [bundle, setBundle] = useState<JsonObject | null>(null);
    const [edited, setEdited] = useState(false);
    const [busy, setBusy] = useState(false);
    const [effects, setEffects] = useState<Effects | null>(null);
    const [failure, setFailure] = useState('');
    const { blueprint } = draft.document.get();
    const start = startOf(editing)?.no;
    const order = flowOrder(blueprint).flatMap((no) => find(blueprint, no) ?? []).filter((m) => m.no !== start && !isDirective(m.module));
    useEffect(() => {
        if (start === undefined) return;
        api.journal(run.id, { module: start, limit: 1 }).then((page) => setBundle(page.items[0]?.output?.[0] ?? null), () => undefined);
    }, [api, run, start]);
    useEffect(() => {
        setEffects(null);
        if (!from) return;
        let over = false;
        api.replayEffects(run.id, from).then((answer) => !over && setEffects(answer), () => undefined);
        return () => void (over = true);
    }, [api, run, from]);
    const name = (no: number, given?: string | null): string => {
        const module = find(blueprint, no);
        return given ?? (module ? nameOf(module, specs) : String(no));
    };
    const act = async (): Promise<void> => {
        setBusy(true);
        try {
            await replay(editing, run, { version, ...(edited && bundle && !from ? { data: [bundle] } : {}), ...(from ? { from } : {}) });
            onClose();
        } catch (cause) {
            setFailure(cause instanceof Problem ? cause.message : String(cause));
            setBusy(false);
        }
    };
    return (
        <Dialog title={texts.t('editor.replay.title')} onClose={onClose} footer={
            <>
                <button type="button" className="tt-btn tt-btn-quiet" onClick={onClose}>{texts.t('editor.cancel')}</button>
                <button type="button" className="tt-btn tt-btn-ink" data-testid="replay-start" disabled={busy} onClick={() => void act()}>{texts.t('editor.run.replay')}</button>
            </>
        }>
            <fieldset className="tt-choices">
                <legend className="tt-label">{texts.t('editor.replay.version')}</legend>
                {VERSIONS.map((each) => (
                    <label key={each} className="tt-check">
                        <input type="radio" name="replay-version" checked={version === each} data-testid={`replay-${each}`} onChange={() => setVersion(each)} />
                        {each === 'same' && run.version !== null ? texts.t('editor.replay.same.version', run.version) : texts.t(`editor.replay.${each}`)}
                    </label>
                ))}
            </fieldset>
            <label className="tt-field">
                <span className="tt-label">{texts.t('editor.replay.from')}</span>
                <select className="tt-select" value={from} data-testid="replay-from" onChange={(event) => setFrom(Number(event.target.value))}>
                    <option value={0}>{texts.t('editor.replay.from.start')}</option>
                    {order.map((m) => <option key={m.no} value={m.no}>{`${m.no} · ${nameOf(m, specs)}`}</option>)}
                </select>
                <span className="tt-help">{texts.t(from ? 'editor.replay.from.help' : 'editor.replay.from.start.help')}</span>
            </label>
            {!from && bundle && (
                <details className="tt-section">
                    <summary>{texts.t('editor.replay.data')}{edited && ` · ${texts.t('editor.incomplete.changed')}`}</summary>
                    <JsonFields testid="replay-data" value={bundle} wrong={texts.t('editor.json.wrong')} onChange={(next) => (setEdited(true), setBundle(next))} />
                </details>
            )}
            {effects && <EffectLists effects={effects} name={name} />}
            {failure && <p className="tt-error" role="alert">{failure}</p>}
        </Dialog>
    );
}

/** Starts it; on the draft's own canvas the new run is painted here, else its page opens. */
async function replay({ api, draft, mode, props, runs }: Editing, run: Run, ask: Parameters<Editing['api']['replay']>[1]): Promise<void> {
    await draft.flush();
    const { runId } = await api.replay(run.id, ask);
    if (mode === 'draft' && ask?.version === 'draft') runs.begin(begun(runId, draft.scenarioId));
    else window.location.assign(`${props.basePath}/runs/${runId}`);
}
