import { useEffect, useState, type ReactNode } from 'react';
import type { VersionAnswer } from '../model/draft';
import { useEditing } from '../store/editing';

/** Over an old version: which one it is, and the way back into the draft. */
export function VersionStrip(): ReactNode {
    const { props, api, texts, format, draft } = useEditing();
    const [version, setVersion] = useState<VersionAnswer | null>(null);
    useEffect(() => void api.version(draft.scenarioId, props.version ?? 1).then(setVersion, () => undefined), [api, draft, props]);
    const home = `${props.basePath}/scenarios/${draft.scenarioId}`;
    const restore = async (): Promise<void> => {
        await api.restore(draft.scenarioId, props.version ?? 1);
        window.location.assign(home);
    };
    const facts = [version?.publishedAt ? format.date(version.publishedAt) : '', version?.by ?? '', version?.note ?? ''];
    return (
        <div className="tt-strip" data-testid="version-strip">
            <span>{[texts.t('editor.version', props.version ?? 1), ...facts].filter(Boolean).join(' · ')}</span>
            <span>{texts.t('editor.readOnly')}</span>
            <span className="tt-grow" />
            <a className="tt-btn tt-btn-quiet" href={home}>{texts.t('editor.version.back')}</a>
            <button type="button" className="tt-btn tt-btn-quiet" onClick={() => void restore()}>{texts.t('editor.version.restore')}</button>
        </div>
    );
}
