import { useState, type ReactElement } from 'react';
import type { ErrorType, Link } from '../../model/blueprint';
import { useEditing } from '../../store/editing';
import { useSetLink } from '../../store/hooks';
import { ErrorTypes } from './ErrorTypes';

/** For which errors a route is taken: all of them, or some kinds only. */
export function ErrorRouteFields({ link }: { readonly link: Link }): ReactElement {
    const { texts, draft } = useEditing();
    const setLink = useSetLink();
    const [choosing, setChoosing] = useState((link.errors?.length ?? 0) > 0);
    const keep = (errors: readonly ErrorType[]): void => {
        const { errors: _old, ...bare } = link;
        setLink(errors.length > 0 ? { ...bare, errors } : bare);
    };
    const choice = (some: boolean, label: string): ReactElement => (
        <label className="tt-check">
            <input
                type="radio" name={`errors-${link.from}-${link.to}`} checked={choosing === some} disabled={draft.readOnly} data-testid={some ? 'errors-some' : 'errors-all'}
                onChange={() => {
                    setChoosing(some);
                    if (!some) keep([]);
                }}
            />
            {label}
        </label>
    );
    return (
        <div className="tt-form">
            <fieldset className="tt-choices">
                <legend className="tt-label">{texts.t('editor.errors.which')}</legend>
                {choice(false, texts.t('editor.errors.all'))}
                {choice(true, texts.t('editor.errors.some'))}
            </fieldset>
            {choosing && <ErrorTypes label={texts.t('editor.errors.types')} chosen={link.errors ?? []} onChange={keep} />}
        </div>
    );
}
