import { ChevronUp, ChevronDown } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useEditing } from '../store/editing';
import { RunButton } from './RunButton';
import { RunDrawer } from './RunDrawer';
import { RunFacts } from './RunFacts';
import { ScheduleWords } from './ScheduleWords';

/** The foot of the page: run once, how the run stands, when production runs, the log. */
export function RunBar(): ReactNode {
    const { texts, mode } = useEditing();
    const [open, setOpen] = useState(false);
    return (
        <section className="tt-run-bar" data-testid="run-bar" data-region="run" aria-label={texts.t('editor.region.run')} data-open={open || undefined}>
            {open && <RunDrawer />}
            <div className="tt-run-line">
                {mode === 'draft' && <RunButton />}
                <RunFacts />
                <span className="tt-grow" />
                <ScheduleWords />
                {mode !== 'version' && (
                    <button type="button" className="tt-btn tt-btn-quiet" data-testid="run-drawer-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
                        {texts.t('editor.run.log')}
                        {open ? <ChevronDown size={16} /> : <ChevronUp size={16} />}
                    </button>
                )}
            </div>
        </section>
    );
}
