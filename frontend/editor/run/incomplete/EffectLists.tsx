import type { ReactNode } from 'react';
import type { EffectLine, Effects } from '../../model/incomplete';
import { useTexts } from '../../store/editing';

interface EffectListsProps {
    readonly effects: Effects;
    readonly name: (no: number, given?: string | null) => string;
}

/** Before something goes on: what is sent once more, what is sent for the first time, what is not done again. */
export function EffectLists({ effects, name }: EffectListsProps): ReactNode {
    return (
        <>
            <EffectList kind="again" look="warn" lines={effects.again} name={name} always />
            <EffectList kind="next" look="plain" lines={effects.next ?? []} name={name} />
            <EffectList kind="kept" look="ok" lines={effects.kept} name={name} always />
        </>
    );
}

interface EffectListProps extends Pick<EffectListsProps, 'name'> {
    readonly kind: 'again' | 'next' | 'kept';
    readonly look: 'warn' | 'plain' | 'ok';
    readonly lines: readonly EffectLine[];
    /** Shown also when there is nothing to tell: that, too, is worth knowing. */
    readonly always?: boolean;
}

function EffectList({ kind, look, lines, name, always = false }: EffectListProps): ReactNode {
    const { t, n, has } = useTexts();
    if (lines.length === 0 && !always) return null;
    const words = ({ what, calls = 1 }: EffectLine): string => {
        const effect = has(`editor.effect.${what}`) ? t(`editor.effect.${what}`) : what;
        return calls > 1 ? `${effect}, ${n('editor.effect.times', calls)}` : effect;
    };
    return (
        <section className="tt-effects" data-look={look} data-testid={`effects-${kind}`}>
            <h3 className="tt-h3">{t(`editor.incomplete.${kind}`)}</h3>
            {lines.length === 0 && <p className="tt-help">{t(`editor.incomplete.${kind}.none`)}</p>}
            <ul>{lines.map((line, index) => <li key={index}><b>{name(line.no, line.name)}</b> {words(line)}</li>)}</ul>
        </section>
    );
}
