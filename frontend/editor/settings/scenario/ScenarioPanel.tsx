import type { ReactElement, ReactNode } from 'react';
import { Head } from '../../panel/Head';
import { useCell } from '../../store/cell';
import { useEditing } from '../../store/editing';
import { HandlerList } from '../failure/HandlerList';
import { ParametersEditor } from './ParametersEditor';
import { ScheduleSetting } from './ScheduleSetting';
import { ZoneSetting, LocaleSetting } from './ZoneSetting';
import { NumberSetting, SwitchSetting } from './Setting';
import '../settings.css';

/** Everything that is true of a scenario as a whole. What is not set here is as the defaults say. */
export function ScenarioPanel({ onClose }: { readonly onClose: () => void }): ReactNode {
    const { texts, draft } = useEditing();
    const name = useCell(draft.document, (document) => document.name);
    const section = (key: string, content: ReactNode, open = false): ReactElement => (
        <details className="tt-section" open={open} data-testid={`settings-${key}`}>
            <summary>{texts.t(`editor.settings.${key}`)}</summary>
            <div className="tt-form">{content}</div>
        </details>
    );
    return (
        <>
            <Head title={texts.t('editor.settings')} line={name} onClose={onClose} />
            <div className="tt-panel-body tt-sections">
                {section('start', (
                    <>
                        <ScheduleSetting />
                        <ZoneSetting />
                        <LocaleSetting />
                    </>
                ), true)}
                {section('runs', (
                    <>
                        <SwitchSetting name="sequential" />
                        <NumberSetting name="maxRunsAtOnce" least={1} most={1000} />
                        <NumberSetting name="maxPerMinute" least={1} most={100000} />
                        <NumberSetting name="cycles" least={1} most={3200} standard={1} />
                        <NumberSetting name="replySeconds" least={1} most={300} standard={40} />
                    </>
                ), true)}
                {section('errors', (
                    <>
                        <HandlerList guarded={{ kind: 'scenario' }} />
                        <SwitchSetting name="incompletes" standard />
                        <SwitchSetting name="dataLoss" />
                        <NumberSetting name="maxErrors" least={0} most={1000} standard={0} />
                    </>
                ), true)}
                {section('data', (
                    <>
                        <SwitchSetting name="confidential" />
                        <NumberSetting name="retentionDays" least={1} most={3650} />
                        <SwitchSetting name="autoCommit" standard />
                        <SwitchSetting name="commitTriggerLast" standard />
                    </>
                ))}
                {section('inputs', <ParametersEditor name="inputs" />)}
                {section('outputs', <ParametersEditor name="outputs" />)}
            </div>
        </>
    );
}
