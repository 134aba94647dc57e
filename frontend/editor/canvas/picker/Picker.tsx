import type { ReactNode } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { PickerDialog } from './PickerDialog';

/** The module picker, while it is open. */
export function Picker(): ReactNode {
    const { stage, draft } = useEditing();
    const ask = useCell(stage.picker);
    if (!ask || draft.readOnly) return null;
    return <PickerDialog key={`${ask.after}:${ask.into?.from}:${ask.x}:${ask.y}`} ask={ask} />;
}
