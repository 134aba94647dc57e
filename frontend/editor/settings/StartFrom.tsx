import { useEffect, useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { find } from '../canvas/lookup';
import { nameOf } from '../canvas/words';
import { useEditing } from '../store/editing';
import { Dialog } from '../ui/Dialog';

export type StartKind = 'now' | 'date' | 'id' | 'all' | 'pick';

/** What the server says of the place a polling trigger has come to. */
export interface PositionAnswer {
    /** The ways to choose that make sense for this trigger. */
    readonly kinds?: readonly StartKind[];
    /** Whether it is known where to start; where not, it is from when the scenario is turned on. */
    readonly begun?: boolean;
    /** How it was started last, and when that was chosen. */
    readonly chosen?: StartKind | null;
    readonly chosenAt?: string | null;
}

/** Something that exists already and that one may start with. */
interface Candidate {
    readonly id: string;
    readonly label: string;
}

const ALL: readonly StartKind[] = ['now', 'date', 'id', 'all', 'pick'];

/** Where a trigger that looks for what is new begins: with what comes from now on, since a day, with everything… */
export function StartFrom({ no, onClose }: { readonly no: number; readonly onClose: () => void }): ReactNode {
    const { texts, draft, specs, api, announce, format } = useEditing();
    const [known, setKnown] = useState<PositionAnswer | null>(null);
    const [kind, setKind] = useState<StartKind>('now');
    const [date, setDate] = useState('');
    const [id, setId] = useState('');
    const [candidates, setCandidates] = useState<readonly Candidate[] | null>(null);
    const [failure, setFailure] = useState('');
    const path = `/scenarios/${draft.scenarioId}/position`;
    useEffect(() => {
        void draft.flush().then(() => api.http<PositionAnswer>(path)).then(setKnown, (cause: unknown) => setFailure(cause instanceof Problem ? cause.message : String(cause)));
    }, [api, draft, path, no]);
    const module = find(draft.document.get().blueprint, no);
    const kinds = ALL.filter((each) => known?.kinds?.includes(each) ?? each === 'now');
    useEffect(() => {
        if (kind !== 'pick' || candidates) return;
        api.http<{ items: readonly Candidate[] }>(`${path}/candidates`).then((page) => setCandidates(page.items), (cause: unknown) => setFailure(cause instanceof Problem ? cause.message : String(cause)));
    }, [api, path, kind, candidates]);
    const save = async (): Promise<void> => {
        const part = kind === 'date' ? { date: new Date(date).toISOString() } : kind === 'id' || kind === 'pick' ? { id } : {};
        try {
            await api.http(path, { method: 'POST', body: { kind, ...part } });
            announce(texts.t('editor.start.saved'));
            onClose();
        } catch (cause) {
            setFailure(cause instanceof Problem ? cause.message : String(cause));
        }
    };
    const ready = (kind !== 'date' || date !== '') && ((kind !== 'id' && kind !== 'pick') || id !== '');
    return (
        <Dialog title={texts.t('editor.start.title')} onClose={onClose} footer={
            <>
                <button type="button" className="tt-btn tt-btn-quiet" onClick={onClose}>{texts.t('editor.cancel')}</button>
                <button type="button" className="tt-btn tt-btn-ink" data-testid="start-save" disabled={!known || !ready} onClick={() => void save()}>{texts.t('editor.start.save')}</button>
            </>
        }>
            <p>{texts.t('editor.start.text', module ? nameOf(module, specs) : '')}{known?.chosen && known.chosenAt ? ` ${texts.t('editor.start.chosen', texts.t(`editor.start.${known.chosen}`), format.date(known.chosenAt))}` : ''}</p>
            <fieldset className="tt-choices">
                <legend className="tt-heard">{texts.t('editor.start.title')}</legend>
                {kinds.map((each) => (
                    <div key={each}>
                        <label className="tt-check">
                            <input type="radio" name="start" checked={kind === each} data-testid={`start-${each}`} onChange={() => (setKind(each), setId(''))} />
                            {texts.t(`editor.start.${each}`)}
                        </label>
                        {kind === each && each === 'date' && <input className="tt-input" type="datetime-local" value={date} aria-label={texts.t('editor.start.date')} onChange={(event) => setDate(event.target.value)} />}
                        {kind === each && each === 'id' && <input className="tt-input" value={id} aria-label={texts.t('editor.start.id')} onChange={(event) => setId(event.target.value)} />}
                        {kind === each && each === 'pick' && (
                            <select className="tt-select" value={id} aria-label={texts.t('editor.start.pick')} onChange={(event) => setId(event.target.value)}>
                                <option value="">{texts.t('mapping.choose')}</option>
                                {candidates?.map((one) => <option key={one.id} value={one.id}>{one.label}</option>)}
                            </select>
                        )}
                    </div>
                ))}
            </fieldset>
            {failure && <p className="tt-error" role="alert">{failure}</p>}
        </Dialog>
    );
}
