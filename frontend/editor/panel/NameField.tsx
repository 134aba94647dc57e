import type { ReactNode } from 'react';

interface NameFieldProps {
    readonly value: string;
    readonly label?: string;
    readonly onName: (name: string) => void;
    readonly onDone: () => void;
}

/** A name being changed in place: Enter or leaving keeps it, Escape does not. */
export function NameField({ value, label, onName, onDone }: NameFieldProps): ReactNode {
    return (
        <input
            className="tt-name-field nodrag"
            aria-label={label ?? value}
            defaultValue={value}
            autoFocus
            onFocus={(event) => event.target.select()}
            onBlur={(event) => {
                if (event.target.dataset.cancelled !== 'yes' && event.target.value !== value) onName(event.target.value);
                onDone();
            }}
            onKeyDown={(event) => {
                event.stopPropagation();
                if (event.key === 'Escape') event.currentTarget.dataset.cancelled = 'yes';
                if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur();
            }}
        />
    );
}
