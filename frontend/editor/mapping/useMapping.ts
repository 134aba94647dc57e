import { useMemo } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import type { Offer } from './completion';
import { pick } from './fields';
import type { LookOf } from './pills';
import { labelOf } from './reference';
import { show } from './sample';
import { useBundle, useFunctions, useSamples } from './samples';

/** What a mappable field of this module needs: its completions and the look of its pills. */
export function useMapping(no: number): { readonly offer: Offer; readonly look: LookOf } {
    const { texts, specs, draft } = useEditing();
    const { sources } = useSamples(no);
    const functions = useFunctions();
    const bundle = useBundle();
    const tints = useCell(draft.document, (document) => document.blueprint.modules.map((m) => `${m.no}=${m.module}=${m.disabled ? 1 : 0}=${m.name ?? ''}`).join('\n'));
    return useMemo(() => {
        const known = new Map(
            tints.split('\n').filter(Boolean).map((line) => {
                const [number, ref = '', off, ...name] = line.split('=');
                const spec = specs.get(ref);
                return [Number(number), { tint: spec?.tint ?? 'var(--text3)', off: off === '1', name: name.join('=') || spec?.name || ref }];
            }),
        );
        const look: LookOf = (module, path) => {
            const label = labelOf(module, path);
            const own = known.get(module);
            if (!own) return { label, tint: 'var(--err)', description: texts.t('mapping.pill.missing', label), state: 'missing' };
            const source = sources.find((candidate) => candidate.no === module);
            const sample = show(pick(source?.bundles[bundle] ?? source?.bundles[0], path));
            const description = sample ? texts.t('mapping.pill.sample', label, own.name, sample) : texts.t('mapping.pill', label, own.name);
            const state = own.off ? 'disabled' : source?.maybeEmpty ? 'maybe-empty' : 'normal';
            return { label, tint: own.tint, description, state };
        };
        return { offer: { sources, bundle, functions }, look };
    }, [sources, functions, bundle, tints, specs, texts]);
}
