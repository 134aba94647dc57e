import { useMemo, useRef } from 'react';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { linkKey } from '../../store/runs';
import type { CanvasLink } from '../nodes/types';

/** React Flow's edges, from the blueprint's links. */
export function useLinks(): CanvasLink[] {
    const { links } = useBlueprint();
    const { selection } = useEditing();
    const selected = useCell(selection);
    const drawn = useRef(new Map<string, CanvasLink>());
    return useMemo(() => {
        const next = links.map(({ from, to }): CanvasLink => {
            const id = linkKey(from, to);
            const before = drawn.current.get(id);
            if (before && before.selected === selected.has(id)) return before;
            return { id, source: String(from), target: String(to), type: 'link', data: { from, to }, selected: selected.has(id) };
        });
        drawn.current = new Map(next.map((link) => [link.id, link]));
        return next;
    }, [links, selected]);
}
