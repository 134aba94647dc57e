import type { ReactElement } from 'react';
import { useEditing } from '../../store/editing';

export interface DayPickerProps {
    readonly label: string;
    readonly all: readonly number[];
    readonly chosen: readonly number[];
    readonly name: (day: number) => string;
    readonly onChange: (chosen: readonly number[]) => void;
}

/** Several of a few: days of the week, of the month, months. */
export function DayPicker({ label, all, chosen, name, onChange }: DayPickerProps): ReactElement {
    const { draft } = useEditing();
    const toggle = (day: number): void => onChange(all.filter((other) => (other === day ? !chosen.includes(day) : chosen.includes(other))));
    return (
        <fieldset className="tt-days">
            <legend className="tt-label">{label}</legend>
            {all.map((day) => (
                <button key={day} type="button" aria-pressed={chosen.includes(day)} disabled={draft.readOnly} onClick={() => toggle(day)}>
                    {name(day)}
                </button>
            ))}
        </fieldset>
    );
}
