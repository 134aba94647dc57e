import { useEffect, useState, type ReactNode } from 'react';
import '@xyflow/react/dist/style.css';
import './styles/editor.css';
import { Frame } from './frame/Frame';
import { showIncomplete } from './run/incomplete/resumable';
import { live } from './run/live';
import { paint } from './run/past';
import { openAsked } from './store/asked';
import { EditingContext, type Editing, type EditorProps } from './store/editing';
import { open } from './store/open';

/** The whole editor page: a draft to work on, or a past run or an old version to look at. */
export function Editor(props: EditorProps): ReactNode {
    const { mode, scenarioId, runId, version, basePath } = props;
    const incomplete = new URLSearchParams(window.location.search).get('incomplete') ?? '';
    const [editing, setEditing] = useState<Editing | null>(null);
    const [failure, setFailure] = useState<string | null>(null);
    useEffect(() => {
        let over = false;
        let close = (): void => undefined;
        open({ mode, scenarioId, basePath, ...(runId ? { runId } : {}), ...(version ? { version } : {}), ...(incomplete ? { incomplete } : {}) })
            .then((opened) => {
                const stop = opened.mode === 'version' ? (): void => undefined : live(opened);
                close = () => {
                    stop();
                    opened.draft.close();
                };
                if (over) return close();
                if (opened.mode === 'run' && opened.props.runId) void paint(opened, opened.props.runId).then(() => showIncomplete(opened));
                if (opened.mode === 'draft') openAsked(opened);
                setEditing(opened);
            })
            .catch((cause: unknown) => setFailure(cause instanceof Error ? cause.message : String(cause)));
        return () => {
            over = true;
            close();
        };
    }, [mode, scenarioId, runId, version, basePath, incomplete]);
    if (failure) return <div className="tt-editor tt-failure" role="alert">{failure}</div>;
    if (!editing) return <div className="tt-editor tt-loading" aria-busy="true" />;
    return (
        <EditingContext value={editing}>
            <Frame />
        </EditingContext>
    );
}
