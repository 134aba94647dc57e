import type { ReactElement } from 'react';
import type { ErrorType, Retry } from '../../model/blueprint';
import { useEditing } from '../../store/editing';
import { useModule } from '../../store/hooks';
import { ErrorTypes } from './ErrorTypes';

const FRESH: Retry = { attempts: 3, seconds: 10, backoff: true };
/** What a retry is for unless something else is chosen: errors that pass by themselves. */
const PASSING: readonly ErrorType[] = ['ConnectionError', 'RateLimitError', 'ModuleTimeoutError'];

/** Trying again in place, before any error route: how often, how long between, longer each time. */
export function RetryFields({ no }: { readonly no: number }): ReactElement {
    const { texts, draft } = useEditing();
    const retry = useModule(no)?.retry;
    const set = (next: Retry | undefined): void => void draft.commit(texts.t('editor.step.retry'), [{ op: 'setRetry', no, ...(next ? { retry: next } : {}) }], `retry:${no}`);
    const number = (key: 'attempts' | 'seconds', least: number, most: number, own: Retry): ReactElement => (
        <input
            className="tt-input tt-number" type="number" min={least} max={most} value={own[key]} readOnly={draft.readOnly} data-testid={`retry-${key}`}
            aria-label={texts.t(`editor.retry.${key}`)}
            onBlur={() => draft.seal()}
            onChange={(event) => set({ ...own, [key]: Math.min(most, Math.max(least, Math.round(Number(event.target.value) || least))) })}
        />
    );
    return (
        <div className="tt-field">
            <button type="button" role="switch" className="tt-yesno" aria-checked={retry !== undefined} disabled={draft.readOnly} data-testid="retry" onClick={() => set(retry ? undefined : FRESH)}>
                <span className="knob" aria-hidden />
                {texts.t('editor.retry')}
            </button>
            {!retry && <p className="tt-help">{texts.t('editor.retry.help')}</p>}
            {retry && (
                <div className="tt-nested">
                    <p className="tt-sentence">
                        {texts.t('editor.retry.try')} {number('attempts', 1, 10, retry)} {texts.t('editor.retry.times')} {number('seconds', 1, 3600, retry)} {texts.t('editor.retry.between')}
                    </p>
                    <label className="tt-check">
                        <input type="checkbox" checked={retry.backoff ?? false} disabled={draft.readOnly} onChange={(event) => set({ ...retry, backoff: event.target.checked })} />
                        {texts.t('editor.retry.backoff', waits(retry).join(', '))}
                    </label>
                    <ErrorTypes
                        label={texts.t('editor.retry.errors')}
                        chosen={retry.errors ?? PASSING}
                        onChange={(errors) => {
                            const { errors: _old, ...bare } = retry;
                            set(same(errors, PASSING) || errors.length === 0 ? bare : { ...bare, errors });
                        }}
                    />
                </div>
            )}
        </div>
    );
}

const same = (one: readonly string[], other: readonly string[]): boolean => one.length === other.length && one.every((name) => other.includes(name));

/** The first waits in seconds, each twice as long as the one before. */
const waits = ({ seconds, attempts }: Retry): readonly string[] => Array.from({ length: Math.min(attempts, 4) }, (_none, index) => `${seconds * 2 ** index} s`);
