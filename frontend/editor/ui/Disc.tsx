import type { ReactNode } from 'react';
import { ModuleIcon } from './ModuleIcon';
import type { ModuleSpec } from '../model/catalogue';

/** The round mark of a module: its icon on its tint. */
export function Disc({ spec, size = 32 }: { readonly spec: ModuleSpec | undefined; readonly size?: number }): ReactNode {
    return (
        <span className="tt-disc" style={{ background: spec?.tint ?? 'var(--tint-8)', width: size, height: size }} aria-hidden="true">
            <ModuleIcon name={spec?.icon ?? 'box'} size={Math.round(size * 0.47)} />
        </span>
    );
}
