import type { ReactElement } from 'react';
import { canFail } from '../../canvas/kinds';
import { useModule } from '../../store/hooks';
import { HandlerList } from './HandlerList';
import { RetryFields } from './RetryFields';

/** At the foot of a module's settings: what happens if it fails. */
export function FailureSection({ no }: { readonly no: number }): ReactElement | null {
    const module = useModule(no);
    if (!module || !canFail(module.module) || module.module.startsWith('inert:')) return null;
    return (
        <section className="tt-failure-section" data-testid="failure">
            <HandlerList guarded={{ kind: 'module', no }} />
            <RetryFields no={no} />
        </section>
    );
}
