import { useEffect, useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useEditing } from '../store/editing';

export interface Connection {
    readonly id: string;
    readonly name: string;
    readonly type: string;
}

export interface NewConnectionProps {
    readonly types: readonly string[];
    readonly onMade: (made: Connection) => void;
    readonly onClose: () => void;
}

interface Part {
    readonly key: string;
    readonly secret?: boolean;
    readonly options?: readonly string[];
    readonly optional?: boolean;
    readonly initial?: string;
    /** Kept over several lines, such as a key. */
    readonly lines?: boolean;
}

const PARTS: Readonly<Record<string, readonly Part[]>> = {
    apiKey: [{ key: 'place', options: ['header', 'query'], initial: 'header' }, { key: 'name', initial: 'X-Api-Key' }, { key: 'value', secret: true }],
    basic: [{ key: 'user' }, { key: 'password', secret: true }],
    bearer: [{ key: 'token', secret: true }],
    oauth2: [
        { key: 'grant', options: ['client_credentials', 'authorization_code'], initial: 'client_credentials' },
        { key: 'authorizeUrl', optional: true },
        { key: 'tokenUrl' },
        { key: 'clientId' },
        { key: 'secret', secret: true, optional: true },
        { key: 'scope', optional: true },
        { key: 'clientAuth', options: ['header', 'body'], initial: 'header' },
    ],
    key: [{ key: 'value', secret: true }, { key: 'encoding', options: ['text', 'hex', 'base64'], initial: 'text' }],
    imap: [
        { key: 'host' },
        { key: 'port', initial: '993' },
        { key: 'security', options: ['tls', 'starttls', 'none'], initial: 'tls' },
        { key: 'user' },
        { key: 'password', secret: true },
    ],
    database: [
        { key: 'product', options: ['postgresql', 'mariadb'], initial: 'postgresql' },
        { key: 'host' },
        { key: 'port', initial: '5432' },
        { key: 'encryption', options: ['tls', 'verified', 'none'], initial: 'tls' },
        { key: 'database' },
        { key: 'user' },
        { key: 'password', secret: true, optional: true },
    ],
    fileServer: [
        { key: 'protocol', options: ['sftp', 'ftps', 'ftp'], initial: 'sftp' },
        { key: 'host' },
        { key: 'port', initial: '22' },
        { key: 'user' },
        { key: 'password', secret: true, optional: true },
        { key: 'privateKey', secret: true, optional: true, lines: true },
        { key: 'fingerprint', optional: true },
    ],
    smtp: [
        { key: 'host' },
        { key: 'port', initial: '587' },
        { key: 'security', options: ['starttls', 'tls', 'none'], initial: 'starttls' },
        { key: 'user', optional: true },
        { key: 'password', secret: true, optional: true },
        { key: 'from' },
    ],
};

/** Makes a connection without leaving the module. Secrets go to the server once and never come back. */
export function NewConnection({ types, onMade, onClose }: NewConnectionProps): ReactElement {
    const { api, texts } = useEditing();
    const dialog = useRef<HTMLDialogElement>(null);
    const [type, setType] = useState(types[0] ?? 'apiKey');
    const [error, setError] = useState('');
    useEffect(() => dialog.current?.showModal(), []);
    const parts = PARTS[type] ?? [];
    const send = (event: FormEvent<HTMLFormElement>): void => {
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        const fields = Object.fromEntries(parts.map((part) => [part.key, String(form.get(part.key) ?? '')]).filter(([, value]) => value !== ''));
        const body = { name: String(form.get('title') ?? ''), type, fields };
        api.http<Connection>('/connections', { method: 'POST', body }).then(onMade, (cause: unknown) => setError(cause instanceof Error ? cause.message : String(cause)));
    };
    return (
        <dialog ref={dialog} className="tt-dialog" aria-label={texts.t('mapping.connection.new')} onClose={onClose}>
            <form onSubmit={send} className="tt-form">
                <h2>{texts.t('mapping.connection.new')}</h2>
                <label className="tt-field">
                    <span className="tt-label">{texts.t('mapping.connection.title')}</span>
                    <input className="tt-input" name="title" required autoFocus />
                </label>
                {types.length > 1 && (
                    <label className="tt-field">
                        <span className="tt-label">{texts.t('mapping.connection.type')}</span>
                        <select className="tt-select" value={type} onChange={(event) => setType(event.target.value)}>
                            {types.map((name) => (
                                <option key={name} value={name}>
                                    {texts.t(`mapping.connection.type.${name}`)}
                                </option>
                            ))}
                        </select>
                    </label>
                )}
                {parts.map((part) => (
                    <PartField key={`${type}.${part.key}`} part={part} />
                ))}
                {error && (
                    <p className="tt-fault error" role="alert">
                        {error}
                    </p>
                )}
                <div className="tt-actions">
                    <button type="button" className="tt-btn tt-btn-ghost" onClick={() => dialog.current?.close()}>
                        {texts.t('mapping.cancel')}
                    </button>
                    <button type="submit" className="tt-btn tt-btn-ink">
                        {texts.t('mapping.connection.create')}
                    </button>
                </div>
            </form>
        </dialog>
    );
}

function PartField({ part }: { readonly part: Part }): ReactElement {
    const { texts } = useEditing();
    return (
        <label className="tt-field">
            <span className="tt-label">{texts.t(`mapping.connection.part.${part.key}`)}</span>
            {part.options ? (
                <select className="tt-select" name={part.key} defaultValue={part.initial}>
                    {part.options.map((option) => (
                        <option key={option} value={option}>
                            {texts.t(`mapping.connection.option.${option}`)}
                        </option>
                    ))}
                </select>
            ) : part.lines ? (
                <textarea className="tt-input mono" name={part.key} rows={4} autoComplete="off" spellCheck={false} required={!part.optional} />
            ) : (
                <input className="tt-input" name={part.key} type={part.secret ? 'password' : 'text'} autoComplete="off" required={!part.optional} defaultValue={part.initial} />
            )}
        </label>
    );
}
