import { ChevronDown, Play, Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { useBlueprint } from '../store/hooks';
import { Menu, type MenuEntry } from '../ui/Menu';
import { lastRequest, running, runOnce, startOf, startWith, stop, WEBHOOK } from './start';

/** The one filled signal button of the page; while something runs it stops it. */
export function RunButton(): ReactNode {
    const editing = useEditing();
    const { runs, texts, toast, stage, specs } = editing;
    const current = useCell(runs.current);
    const busy = useCell(runs.current, running);
    const waiting = useCell(runs.capture) === 'waiting';
    const empty = useBlueprint().modules.length === 0;
    const start = startOf(editing);
    const again = async (): Promise<void> => {
        const bundle = start ? await lastRequest(editing, start.no).catch(() => null) : null;
        if (bundle) await startWith(editing, bundle);
        else toast.set({ text: texts.t('editor.run.noLast'), actions: [] });
    };
    if (busy || waiting) {
        return (
            <button type="button" className="tt-btn tt-btn-ghost" data-testid="stop" onClick={() => void stop(editing)}>
                <Square size={12} fill="currentColor" />
                {texts.t('editor.run.stop')}
            </button>
        );
    }
    const ofWebhook: readonly MenuEntry[] = [
        { label: texts.t('editor.run.wait'), act: () => void runOnce(editing) },
        { label: texts.t('editor.run.last'), act: () => void again() },
        { label: texts.t('editor.run.empty'), act: () => void startWith(editing, {}) },
    ];
    const entries: readonly MenuEntry[] = [
        ...(start?.module === WEBHOOK ? ofWebhook : []),
        ...(start && specs.get(start.module)?.polling ? [{ label: texts.t('editor.menu.start'), act: () => stage.question.set({ kind: 'start-from', no: start.no }) }] : []),
        ...(current ? [{ label: texts.t('editor.run.replay.this'), act: () => stage.question.set({ kind: 'replay', run: current }) }] : []),
    ];
    return (
        <span className="tt-split-btn">
            <button type="button" className="tt-btn tt-btn-signal" data-testid="run-once" aria-disabled={empty} title="Ctrl+Enter" onClick={() => !empty && void runOnce(editing)}>
                <Play size={12} fill="currentColor" />
                {texts.t('editor.run.once')}
            </button>
            {entries.length > 0 && <Menu label={texts.t('editor.run.more')} className="tt-btn tt-btn-signal" up opener={<ChevronDown size={14} />} entries={entries} testid="run-more" />}
        </span>
    );
}
