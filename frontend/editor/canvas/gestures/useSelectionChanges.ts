import type { OnEdgesChange, OnNodesChange } from '@xyflow/react';
import { useCallback, useMemo } from 'react';
import { useEditing } from '../../store/editing';
import type { CanvasLink, CanvasNode } from '../nodes/types';

/** What React Flow selects and unselects becomes our selection. */
export function useSelectionChanges(): { onNodesChange: OnNodesChange<CanvasNode>; onEdgesChange: OnEdgesChange<CanvasLink> } {
    const { selection, focused } = useEditing();
    const take = useCallback(
        (changes: readonly { type: string; id?: string; selected?: boolean }[]): void => {
            const chosen = changes.filter((change) => change.type === 'select');
            if (chosen.length === 0) return;
            selection.update((before) => {
                const after = new Set(before);
                for (const { id, selected } of chosen) {
                    if (id === undefined) continue;
                    if (selected) after.add(id);
                    else after.delete(id);
                }
                return after;
            });
            const nos = [...selection.get()].filter((id) => /^\d+$/.test(id)).map(Number);
            const [first] = nos;
            if (first !== undefined && !nos.includes(focused.get() ?? -1)) focused.set(first);
        },
        [selection, focused],
    );
    return useMemo(() => ({ onNodesChange: take, onEdgesChange: take }), [take]);
}
