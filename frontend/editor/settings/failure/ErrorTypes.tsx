import type { ReactElement } from 'react';
import type { ErrorType } from '../../model/blueprint';
import { useEditing } from '../../store/editing';

/** Errors a module can have while it runs, in the order in which people meet them. */
const ERRORS: readonly ErrorType[] = [
    'ConnectionError', 'RateLimitError', 'ModuleTimeoutError', 'InvalidAccessTokenError', 'AccountValidationError', 'DataError', 'DuplicateDataError',
    'IncompleteDataError', 'BundleValidationError', 'InvalidConfigurationError', 'MaxFileSizeExceededError', 'RuntimeError',
];

interface ErrorTypesProps {
    readonly label: string;
    readonly chosen: readonly ErrorType[];
    readonly onChange: (errors: readonly ErrorType[]) => void;
}

/** Which kinds of errors, by the words a person knows them by. A kind from elsewhere stays in the list. */
export function ErrorTypes({ label, chosen, onChange }: ErrorTypesProps): ReactElement {
    const { texts, draft } = useEditing();
    const all = [...ERRORS, ...chosen.filter((name) => !ERRORS.includes(name))];
    return (
        <fieldset className="tt-choices tt-errors">
            <legend className="tt-label">{label}</legend>
            {all.map((name) => (
                <label key={name} className="tt-check" title={name}>
                    <input
                        type="checkbox" checked={chosen.includes(name)} disabled={draft.readOnly} data-testid={`error-${name}`}
                        onChange={(event) => onChange(event.target.checked ? all.filter((other) => other === name || chosen.includes(other)) : chosen.filter((other) => other !== name))}
                    />
                    {texts.has(`editor.error.${name}`) ? texts.t(`editor.error.${name}`) : name}
                </label>
            ))}
        </fieldset>
    );
}
