import { useCell } from '../../store/cell';
import { useEditing, type Editing } from '../../store/editing';
import { useProblems } from '../../store/hooks';
import type { Blueprint, Module } from '../../model/blueprint';
import { find } from '../lookup';
import { errorRoutes, incoming, outgoing } from '../graph';
import { linkWords, nameOf } from '../words';
import type { Status } from './status';

/** What a screen reader says of a module after its name: number, neighbours, condition, state, problems. */
export function useLabel(no: number, status: Status): string {
    const editing = useEditing();
    const problems = useProblems(no).length;
    return useCell(editing.draft.document, ({ blueprint }) => label(editing, blueprint, no, status, problems));
}

function label({ texts, specs }: Editing, b: Blueprint, no: number, status: Status, problems: number): string {
    const module = find(b, no);
    if (!module) return '';
    const name = (m: Module | undefined): string => (m ? nameOf(m, specs) : '');
    const before = incoming(b, no).map((link) => {
        const words = linkWords(link, texts);
        const key = link.error ? 'editor.label.fails' : words ? 'editor.label.afterIf' : 'editor.label.after';
        return texts.t(key, name(find(b, link.from)), words);
    });
    const after = outgoing(b, no).map((link) => name(find(b, link.to)));
    const failing = errorRoutes(b, no).map((link) => name(find(b, link.to)));
    return [
        texts.t('editor.label.number', no),
        ...before,
        ...(after.length > 0 ? [texts.t('editor.label.to', after.join(', '))] : []),
        ...(failing.length > 0 ? [texts.t('editor.label.handled', failing.join(', '))] : []),
        ...(status === 'idle' ? [] : [texts.t(`editor.status.${status}`)]),
        ...(problems > 0 ? [texts.n('editor.problems', problems)] : []),
    ].join('. ');
}
