import type { ReactNode } from 'react';
import { useEditing } from '../../store/editing';
import { useProblems, useRunOf } from '../../store/hooks';
import type { Status } from './status';

/** The small mark on a capsule's upper edge: icon, number and words, never colour alone. Opens the data. */
export function Bubble({ no, status }: { readonly no: number; readonly status: Status }): ReactNode {
    const { texts, format, commands, stage } = useEditing();
    const { status: run } = useRunOf(no);
    const problems = useProblems(no).filter((p) => p.severity !== 'info');
    const open = (): void => commands.open(no, run ? 'output' : 'settings');
    const took = run && run.ms > 0 ? format.duration(run.ms) : '';
    const count = run ? format.number(run.operations) : '';
    const show = (look: string, mark: string, label: string, small = '', act = open): ReactNode => (
        <button type="button" className={`tt-bubble tt-bubble-${look} nodrag`} data-testid={`bubble-${no}`} tabIndex={-1} onClick={(event) => (event.stopPropagation(), act())}>
            <span aria-hidden="true">{mark}</span>
            {small && <small aria-hidden="true">{small}</small>}
            <span className="tt-heard">{label}</span>
        </button>
    );
    switch (status) {
        case 'idle':
            return null;
        case 'setup':
            return show('warn', `○ ${texts.t('editor.bubble.setup')}`, texts.t('editor.bubble.setup.label'));
        case 'invalid': {
            const look = problems.some((p) => p.severity === 'error') ? 'err' : 'warn';
            return show(look, `! ${problems.length}`, texts.n('editor.problems', problems.length), '', () => stage.problemsOpen.set(true));
        }
        case 'disabled':
            return show('off', texts.t('editor.bubble.off'), texts.t('editor.module.disabled'));
        case 'queued':
            return show('off', '…', texts.t('editor.bubble.queued'));
        case 'running':
            return show('signal', `${run && run.operations > 0 ? count : ''}…`, texts.t('editor.bubble.running'));
        case 'ok':
            return show('ok', `✓ ${count}`, texts.n('editor.bubble.ok', run?.operations ?? 0, took), took);
        case 'warning':
            return show('warn', `! ${count}`, texts.n('editor.bubble.warning', run?.errors ?? 0), took);
        case 'error':
            return show('err', `✕ ${texts.t('editor.bubble.of', run?.errors ?? 1, run?.operations ?? 1)}`, texts.t('editor.bubble.error', run?.errors ?? 1, run?.operations ?? 1), took);
        case 'waiting':
            return show('wait', `⏸ ${count}`, texts.t('editor.bubble.waiting'));
        case 'skipped':
            return show('off', `– ${texts.t('editor.bubble.skipped')}`, texts.t('editor.bubble.skipped'));
    }
}
