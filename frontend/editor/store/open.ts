import { connect, type Api } from '../api/api';
import { commands, type Commands } from '../canvas/commands/commands';
import { format, regional } from '../i18n/format';
import { loadTexts } from '../i18n/load';
import type { Texts } from '../i18n/texts';
import type { Blueprint } from '../model/blueprint';
import { EMPTY } from '../model/blueprint';
import type { IncompleteDetail } from '../model/incomplete';
import { cell } from './cell';
import type { Draft, Facts } from './draft';
import type { Editing, EditorProps, Toast } from './editing';
import { fields } from './fields';
import { localFirst } from './localfirst';
import { CLOSED, type Panel } from './panel';
import { readOnly } from './readonly';
import { runs } from './runs';
import { stage } from './stage';

/** Loads what an editor needs, in parallel, and puts it together. */
export async function open(asked: EditorProps): Promise<Editing> {
    const { api, me } = await connect(asked.basePath);
    const item = asked.incomplete ? await api.incomplete(asked.incomplete).catch(() => null) : null;
    const props: EditorProps = item ? { ...asked, mode: 'run', runId: item.runId } : asked;
    const language = me.language || 'en';
    const toast = cell<Toast | null>(null);
    const lost = (texts: Texts) => (reason: string) => toast.set({ text: `${texts.t('editor.toast.lost')} ${reason}`, actions: [] });
    const [texts, specs] = await Promise.all([loadTexts(api.http, language), api.modules()]);
    const draft = await draftFor(props, api, lost(texts));
    const said = cell({ text: '', urgent: false });
    const holder: { commands?: Commands } = {};
    const editing: Editing = {
        mode: props.mode, props, api, me, texts, draft, toast, said,
        format: format(regional(language)),
        specs: new Map(specs.map((spec) => [spec.ref, spec])),
        runs: runs(),
        fields: fields(),
        panel: cell<Panel>(CLOSED),
        selection: cell<ReadonlySet<string>>(new Set()),
        focused: cell<number | null>(draft.document.get().blueprint.modules[0]?.no ?? null),
        announce: (text, urgent = false) => said.set({ text, urgent }),
        incomplete: cell<IncompleteDetail | null>(item),
        stage: stage(),
        get commands() {
            return (holder.commands ??= commands(editing));
        },
    };
    return editing;
}

async function draftFor(props: EditorProps, api: Api, lost: (reason: string) => void): Promise<Draft> {
    const { scenarioId } = props;
    if (props.mode === 'draft') return localFirst(api, normal(await api.draft(scenarioId)), lost);
    if (props.mode === 'version') {
        const [answer, version] = await Promise.all([api.draft(scenarioId), api.version(scenarioId, props.version ?? 1)]);
        return readOnly(scenarioId, answer.name, complete(version.blueprint), facts(answer.on, answer.live));
    }
    const [run, what] = await Promise.all([api.runOf(props.runId ?? ''), api.runBlueprint(props.runId ?? '')]);
    const blueprint = 'blueprint' in what ? what.blueprint : what;
    return readOnly(scenarioId || run.scenarioId, run.scenarioName ?? '', complete(blueprint), facts(false, null));
}

const facts = (on: boolean, live: Facts['live']): Facts => ({ on, live, changes: 0, webhook: null });

/** Parts the server may leave out when they are empty. */
const complete = (b: Partial<Blueprint>): Blueprint => ({ ...EMPTY, ...b });
const normal = <T extends { readonly blueprint: Blueprint }>(answer: T): T => ({ ...answer, blueprint: complete(answer.blueprint) });
