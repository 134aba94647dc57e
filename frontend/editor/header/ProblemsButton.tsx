import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { find } from '../canvas/lookup';
import { nameOf } from '../canvas/words';
import type { Problem } from '../model/draft';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { Popover } from '../ui/Popover';

/** How many problems there are; the list leads to the field of each. */
export function ProblemsButton(): ReactNode {
    const { draft, texts, stage } = useEditing();
    const problems = useCell(draft.problems, (all) => all);
    const open = useCell(stage.problemsOpen);
    const empty = useCell(draft.document, ({ blueprint }) => blueprint.modules.length === 0);
    const errors = problems.filter((p) => p.severity === 'error').length;
    const counted = problems.filter((p) => p.severity !== 'info').length;
    if (empty && !open) return null;
    return (
        <span className="tt-menu-anchor">
            <button type="button" className={`tt-chip ${errors ? 'tt-chip-err' : counted ? 'tt-chip-warn' : ''}`} data-testid="problems" aria-expanded={open} onClick={() => stage.problemsOpen.set(!open)}>
                {counted === 0 ? texts.t('editor.problems.none') : texts.n('editor.problems', counted)}
            </button>
            {open && (
                <Popover label={texts.t('editor.problems.title')} className="tt-problems tt-end" onClose={() => stage.problemsOpen.set(false)}>
                    {problems.length === 0 && <p className="tt-help">{texts.t('editor.problems.empty')}</p>}
                    {problems.map((problem, index) => <ProblemRow key={index} problem={problem} />)}
                </Popover>
            )}
        </span>
    );
}

function ProblemRow({ problem }: { readonly problem: Problem }): ReactNode {
    const { draft, specs, commands, fields, stage, panel } = useEditing();
    const module = problem.module === undefined ? undefined : find(draft.document.get().blueprint, problem.module);
    const Mark = { error: CircleAlert, warning: TriangleAlert, info: Info }[problem.severity];
    const show = (): void => {
        stage.problemsOpen.set(false);
        if (problem.link) return panel.set({ kind: 'link', ...problem.link });
        if (!module) return;
        commands.open(module.no);
        stage.view.get()?.reveal(module.no);
        if (problem.field) fields.wanted.set({ no: module.no, key: problem.field });
    };
    return (
        <button type="button" className={`tt-problem tt-${problem.severity}`} onClick={show}>
            <Mark size={16} />
            <span>
                {module && <b>{nameOf(module, specs)}</b>}
                <span>{problem.message}</span>
                {problem.advice && <small>{problem.advice}</small>}
            </span>
        </button>
    );
}
