import type { ReactNode } from 'react';
import type { ModuleSpec } from '../../model/catalogue';
import { useTexts } from '../../store/editing';
import { Disc } from '../../ui/Disc';
import { DRAGGED } from '../gestures/useDrop';

interface PickerRowProps {
    readonly id: string;
    readonly spec: ModuleSpec;
    readonly chosen: boolean;
    readonly onPoint: () => void;
    readonly onChoose: (stay: boolean) => void;
}

/** One module on offer; it can also be dragged onto the canvas. */
export function PickerRow({ id, spec, chosen, onPoint, onChoose }: PickerRowProps): ReactNode {
    const { t } = useTexts();
    return (
        <div
            id={id} role="option" aria-selected={chosen} className="tt-picker-row" data-testid={`pick-${spec.ref}`} draggable
            onPointerMove={() => !chosen && onPoint()}
            onClick={(event) => onChoose(event.shiftKey)}
            onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED, spec.ref);
                event.dataTransfer.effectAllowed = 'copy';
            }}
        >
            <Disc spec={spec} size={36} />
            <span className="tt-picker-text">
                <b>{spec.name}</b>
                <span>{spec.appName}</span>
            </span>
            <span className="tt-badge">{t(`editor.kind.${spec.kind}`)}</span>
        </div>
    );
}
