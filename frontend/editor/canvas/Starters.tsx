import { Clock, FileText, Plus } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { begin } from '../run/first';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';

/** Before the first module: two scenarios that work at once, or a blank canvas. Whoever chose on Home need not again. */
export function Starters(): ReactNode {
    const editing = useEditing();
    const { draft, texts, stage, mode } = editing;
    const empty = useCell(draft.document, ({ blueprint }) => blueprint.modules.length === 0 && blueprint.notes.length === 0);
    const live = useCell(draft.facts, (facts) => facts.live !== null);
    const picking = useCell(stage.picker, (ask) => ask !== null);
    const [blank, setBlank] = useState(false);
    const asked = useRef(new URLSearchParams(window.location.search).get('starter'));
    useEffect(() => {
        const starter = asked.current;
        asked.current = null;
        if (starter !== 'form' && starter !== 'morning') return;
        window.history.replaceState(window.history.state, '', window.location.pathname);
        if (mode === 'draft' && empty && !live) void begin(editing, starter);
    }, [editing, mode, empty, live]);
    if (mode !== 'draft' || !empty || live || blank || picking) return null;
    const start = (icon: ReactNode, key: 'form' | 'morning' | 'blank', act: () => void): ReactNode => (
        <button type="button" className="tt-starter" autoFocus={key === 'form'} data-testid={`starter-${key}`} onClick={act}>
            <span className={`tt-starter-disc tt-starter-${key}`}>{icon}</span>
            <span>
                <b>{texts.t(`editor.starter.${key}`)}</b>
                <span>{texts.t(`editor.starter.${key}.help`)}</span>
            </span>
        </button>
    );
    return (
        <section className="tt-starters" aria-label={texts.t('editor.starters')} data-testid="starters">
            <h2>{texts.t('editor.starters')}</h2>
            <p>{texts.t('editor.starters.help')}</p>
            {start(<FileText size={24} strokeWidth={1.75} />, 'form', () => void begin(editing, 'form'))}
            {start(<Clock size={24} strokeWidth={1.75} />, 'morning', () => void begin(editing, 'morning'))}
            {start(<Plus size={24} strokeWidth={1.75} />, 'blank', () => setBlank(true))}
        </section>
    );
}
