import { useState, type ReactNode } from 'react';
import type { VersionAnswer } from '../model/draft';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { Menu } from '../ui/Menu';

/** Which version is live; opens the list of all versions. */
export function LiveChip(): ReactNode {
    const { draft, api, texts, format, props } = useEditing();
    const { live, on } = useCell(draft.facts);
    const [versions, setVersions] = useState<readonly VersionAnswer[]>([]);
    if (!live) return null;
    const load = (): void => void api.versions(draft.scenarioId).then(setVersions, () => setVersions([]));
    const words = (v: VersionAnswer): string => [v.publishedAt ? format.date(v.publishedAt) : '', v.by ?? '', v.note ?? ''].filter(Boolean).join(' · ');
    return (
        <Menu
            label={texts.t('editor.versions')}
            className={`tt-chip ${on ? 'tt-chip-ok' : ''}`}
            testid="live-chip"
            onOpen={load}
            opener={<><i className="tt-dot" />{texts.t(on ? 'editor.live' : 'editor.live.off', live.version)}</>}
            entries={versions.map((v) => ({
                label: texts.t('editor.version', v.version),
                hint: words(v),
                act: () => window.location.assign(`${props.basePath}/scenarios/${draft.scenarioId}/versions/${v.version}`),
            }))}
        />
    );
}
