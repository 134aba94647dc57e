import type { Change } from '../canvas/edits';
import type { Editing } from '../store/editing';
import type { Stage } from '../store/stage';
import { REPLY, runOnce, running } from './start';

const COACHED = 'tutti.coached';

export type Starter = 'form' | 'morning';

/** Draws one of the two starters onto the empty canvas; the form is listening at once. */
export async function begin(editing: Editing, starter: Starter): Promise<void> {
    const { draft, texts, stage, commands } = editing;
    const [first, second] = [draft.takeNumber(), draft.takeNumber()];
    draft.commit(texts.t(`editor.starter.${starter}`), starter === 'form' ? form(editing, first, second) : morning(editing, first, second));
    const fit = (): number => requestAnimationFrame(() => stage.view.get()?.fit());
    fit();
    if (starter === 'morning') return commands.open(first);
    await draft.flush();
    await draft.reload().catch(() => undefined);
    const listening = runOnce(editing);
    fit();
    await listening;
    if (!localStorage.getItem(COACHED)) coachAfterFirstRun(editing);
}

function form({ texts, specs }: Editing, first: number, second: number): readonly Change[] {
    const version = (ref: string): number => specs.get(ref)?.version ?? 1;
    const body = texts.t('editor.starter.form.reply').replace('[[name]]', `{{${first}.name}}`);
    return [
        { op: 'addModule', module: { no: first, module: 'webhook:receive', version: version('webhook:receive'), at: [80, 160], values: {} } },
        { op: 'addModule', module: { no: second, module: 'webhook:reply', version: version('webhook:reply'), at: [408, 160], values: { status: '200', body } } },
        { op: 'addLink', link: { from: first, to: second, order: 1 } },
    ];
}

function morning({ texts, specs, me }: Editing, first: number, second: number): readonly Change[] {
    const version = (ref: string): number => specs.get(ref)?.version ?? 1;
    const values = { to: [me.email], subject: texts.t('editor.starter.morning.subject'), text: texts.t('editor.starter.morning.text') };
    return [
        { op: 'addModule', module: { no: first, module: 'schedule:clock', version: version('schedule:clock'), at: [80, 160], values: { schedule: { kind: 'daily', time: '09:00' } } } },
        { op: 'addModule', module: { no: second, module: 'email:send', version: version('email:send'), at: [408, 160], values } },
        { op: 'addLink', link: { from: first, to: second, order: 1 } },
    ];
}

/** Once the first run has succeeded, the first mark shows. */
function coachAfterFirstRun({ runs, stage }: Editing): void {
    const stop = runs.current.subscribe(() => {
        const run = runs.current.get();
        if (!run || running(run)) return;
        stop();
        if (run.status === 'success') stage.coach.set('map');
    });
}

/** Opens the message that the first mark speaks of. */
export function showReply({ draft, commands, fields }: Editing): void {
    const reply = draft.document.get().blueprint.modules.find((m) => m.module === REPLY);
    if (!reply) return;
    commands.open(reply.no);
    fields.wanted.set({ no: reply.no, key: 'body' });
}

/** From the first mark to the second; after that never again. */
export function coachNext(stage: Stage, from: 'map' | 'publish'): void {
    if (from === 'publish') localStorage.setItem(COACHED, 'yes');
    stage.coach.set(from === 'map' ? 'publish' : null);
}
