import { useState, type ReactNode } from 'react';
import { find } from '../canvas/lookup';
import { outgoing } from '../canvas/graph';
import { linkWords, nameOf } from '../canvas/words';
import { useEditing } from '../store/editing';
import { Dialog } from '../ui/Dialog';

/** Before a router is deleted: which of its routes goes on. */
export function KeepRoute({ no, onClose }: { readonly no: number; readonly onClose: () => void }): ReactNode {
    const { texts, draft, specs, commands } = useEditing();
    const { blueprint } = draft.document.get();
    const routes = outgoing(blueprint, no);
    const [keep, setKeep] = useState<number | null>(routes[0]?.to ?? null);
    const words = (to: number, index: number): string => {
        const route = routes[index];
        const label = route ? linkWords(route, texts) : '';
        const target = find(blueprint, to);
        return `${texts.t('editor.route', index + 1)}${label ? ` · ${label}` : ''} → ${target ? nameOf(target, specs) : to}`;
    };
    const act = (): void => {
        onClose();
        commands.remove([no], true, { keep });
    };
    return (
        <Dialog title={texts.t('editor.keepRoute')} onClose={onClose} footer={
            <>
                <button type="button" className="tt-btn tt-btn-quiet" onClick={onClose}>{texts.t('editor.cancel')}</button>
                <button type="button" className="tt-btn tt-btn-ink" onClick={act}>{texts.t('editor.delete')}</button>
            </>
        }>
            <fieldset className="tt-choices">
                <legend className="tt-heard">{texts.t('editor.keepRoute')}</legend>
                {routes.map(({ to }, index) => (
                    <label key={to} className="tt-check">
                        <input type="radio" name="route" checked={keep === to} onChange={() => setKeep(to)} />
                        {words(to, index)}
                    </label>
                ))}
                <label className="tt-check">
                    <input type="radio" name="route" checked={keep === null} onChange={() => setKeep(null)} />
                    {texts.t('editor.keepRoute.none')}
                </label>
            </fieldset>
        </Dialog>
    );
}
