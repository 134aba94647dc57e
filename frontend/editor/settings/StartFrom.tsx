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
    /** Where it is, in words; absent before the first run. */
    readonly position?: string | null;
    /** What one may pick to start with, the newest first. */
    readonly candidates?: readonly { readonly id: string; readonly label: string }[];
}

const ALL: readonly StartKind[] = ['now', 'date', 'id', 'all', 'pick'];

/** Where a trigger that looks for what is new begins: with what comes from now on, since a day, with everything… */
export function StartFrom({ no, onClose }: { readonly no: number; readonly onClose: () => void }): ReactNode {
    const { texts, draft, specs, api, announce } = useEditing();
    const [known, setKnown] = useState<PositionAnswer | null>(null);
    const [kind, setKind] = useState<StartKind>('now');
    const [date, setDate] = useState('');
    const [id, setId] = useState('');
    const [failure, setFailure] = useState('');
    const path = `/scenarios/${draft.scenarioId}/position`;
    useEffect(() => {
        void draft.flush().then(() => api.http<PositionAnswer>(`${path}?module=${no}`)).then(setKnown, (cause: unknown) => setFailure(cause instanceof Problem ? cause.message : String(cause)));
    }, [api, draft, path, no]);
    const module = find(draft.document.get().blueprint, no);
    const kinds = ALL.filter((each) => known?.kinds?.includes(each) ?? (each !== 'pick' || (known?.candidates?.length ?? 0) > 0));
    const save = async (): Promise<void> => {
        const part = kind === 'date' ? { date: new Date(date).toISOString() } : kind === 'id' || kind === 'pick' ? { id } : {};
        try {
            await api.http(path, { method: 'POST', body: { module: no, kind, ...part } });
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
            <p>{texts.t('editor.start.text', module ? nameOf(module, specs) : '')}{known?.position ? ` ${texts.t('editor.start.position', known.position)}` : ''}</p>
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
                                {known?.candidates?.map((one) => <option key={one.id} value={one.id}>{one.label}</option>)}
                            </select>
                        )}
                    </div>
                ))}
            </fieldset>
            {failure && <p className="tt-error" role="alert">{failure}</p>}
        </Dialog>
    );
}
