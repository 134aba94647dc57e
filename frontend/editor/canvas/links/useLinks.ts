import { useMemo, useRef } from 'react';
import type { Blueprint, Link } from '../../model/blueprint';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { useBlueprint } from '../../store/hooks';
import { linkKey } from '../../store/runs';
import { sizeOf } from '../boxes';
import { groupsOf, handlers } from '../guarded';
import { find } from '../lookup';
import { CATCH, GROUP, type CanvasLink } from '../nodes/types';

/** React Flow's edges, from the blueprint's links; those of errors leave a module below. */
export function useLinks(): CanvasLink[] {
    const blueprint = useBlueprint();
    const { selection } = useEditing();
    const selected = useCell(selection);
    const drawn = useRef(new Map<string, CanvasLink>());
    return useMemo(() => {
        const next = [...blueprint.links.map((link) => edge(blueprint, link, selected)), ...ties(blueprint)].map((now) => {
            const before = drawn.current.get(now.id);
            const same = before && before.selected === now.selected && before.targetHandle === now.targetHandle && before.sourceHandle === now.sourceHandle && before.target === now.target;
            return same ? before : now;
        });
        drawn.current = new Map(next.map((link) => [link.id, link]));
        return next;
    }, [blueprint, selected]);
}

function edge(b: Blueprint, link: Link, selected: ReadonlySet<string>): CanvasLink {
    const { from, to } = link;
    const id = linkKey(from, to);
    const ends = link.error ? { sourceHandle: 'below', ...(below(b, from, to) ? { targetHandle: 'top' } : {}) } : {};
    return { id, source: String(from), target: String(to), type: 'link', data: { from, to }, selected: selected.has(id), ...ends };
}

/** A handler below is reached from above, one beside from its left. */
function below(b: Blueprint, from: number, to: number): boolean {
    const [start, end] = [find(b, from), find(b, to)];
    return start !== undefined && end !== undefined && end.at[1] >= start.at[1] + sizeOf(start.module).height && end.at[0] < start.at[0] + sizeOf(start.module).width;
}

/** What leads from groups and from the whole scenario to their handlers: not links of the blueprint. */
function ties(b: Blueprint): readonly CanvasLink[] {
    const ofGroups = groupsOf(b).flatMap((group) =>
        handlers(b, { kind: 'group', id: group.id }).map((no): CanvasLink => ({ id: `tie:${group.id}`, source: GROUP + group.id, sourceHandle: 'below', target: String(no), targetHandle: 'top', type: 'tie', selectable: false })),
    );
    const ofAll = handlers(b, { kind: 'scenario' }).map((no): CanvasLink => ({ id: 'tie:all', source: CATCH, sourceHandle: 'out', target: String(no), type: 'tie', selectable: false }));
    return [...ofGroups, ...ofAll];
}
