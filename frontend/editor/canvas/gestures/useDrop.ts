import type { DragEvent } from 'react';
import { useEditing } from '../../store/editing';
import { CAPSULE } from '../boxes';

export const DRAGGED = 'application/x-tutti-module';

/** A row of the picker dropped here: on a link it goes into it, on a module it follows it, elsewhere it stands alone. */
export function useDrop(): { onDragOver: (event: DragEvent) => void; onDrop: (event: DragEvent) => void } {
    const { stage, specs, commands } = useEditing();
    return {
        onDragOver: (event) => {
            if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
        },
        onDrop: (event) => {
            const spec = specs.get(event.dataTransfer.getData(DRAGGED));
            const view = stage.view.get();
            if (!spec || !view) return;
            event.preventDefault();
            stage.picker.set(null);
            const screen = { x: event.clientX, y: event.clientY };
            const [x, y] = view.toCanvas(screen);
            const under = document.elementsFromPoint(screen.x, screen.y);
            const link = named(under, 'link');
            const module = named(under, 'plus') ?? named(under, 'module');
            const [first, second] = (link ?? module ?? '').split('-').map(Number);
            const place = [Math.round(x - CAPSULE.width / 2), Math.round(y - CAPSULE.height / 2)] as const;
            if (link && first !== undefined && second !== undefined) commands.open(commands.add(spec, { ...screen, into: { from: first, to: second } }));
            else commands.open(commands.add(spec, module && first !== undefined ? { ...screen, after: first } : { ...screen, place }));
        },
    };
}

/** The rest of the first `kind-…` test id among these elements or around them. */
function named(elements: readonly Element[], kind: string): string | undefined {
    for (const element of elements) {
        const id = element.closest(`[data-testid^="${kind}-"]`)?.getAttribute('data-testid');
        if (id) return id.slice(kind.length + 1);
    }
    return undefined;
}
