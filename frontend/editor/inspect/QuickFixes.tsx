import type { ReactElement } from 'react';
import type { Decision } from '../canvas/commands/fail';
import { errorRoutes } from '../canvas/graph';
import { ERROR_TYPES } from '../model/blueprint';
import { canFail } from '../canvas/kinds';
import { find } from '../canvas/lookup';
import type { RunError } from '../model/runs';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';

const OFFERED: readonly Decision[] = ['ignore', 'retry', 'resume'];

/** Beside an error: what shall happen if just this kind of it comes again. */
export function QuickFixes({ no, error }: { readonly no: number; readonly error: RunError }): ReactElement | null {
    const { texts, commands, draft, mode } = useEditing();
    const blueprint = useBlueprint();
    const module = find(blueprint, no);
    if (mode !== 'draft' || draft.readOnly || !module || !canFail(module.module)) return null;
    const kind = ERROR_TYPES.find((type) => type === error.kind);
    const handled = errorRoutes(blueprint, no).some((link) => !link.filter && (!link.errors?.length || (kind !== undefined && link.errors.includes(kind))));
    if (handled) return null;
    return (
        <div className="tt-row tt-fixes" role="group" aria-label={texts.t('editor.fails')}>
            {OFFERED.map((decision) => (
                <button key={decision} type="button" className="tt-btn tt-btn-ghost" data-testid={`fix-${decision}`} onClick={() => commands.decide({ kind: 'module', no }, decision, kind ? [kind] : [])}>
                    {texts.t(`editor.fix.${decision}`)}
                </button>
            ))}
        </div>
    );
}
