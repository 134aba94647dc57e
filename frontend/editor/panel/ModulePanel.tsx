import { ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { incoming, outgoing } from '../canvas/graph';
import { kindOf, nameOf } from '../canvas/words';
import { Inspector } from '../inspect/Inspector';
import { SettingsPanel } from '../settings/SettingsPanel';
import { useEditing } from '../store/editing';
import { useBlueprint, useModule, useRunOf, useSpec } from '../store/hooks';
import type { PanelTab } from '../store/panel';
import { Disc } from '../ui/Disc';
import { NameField } from './NameField';
import { NotesTab } from './NotesTab';
import { Tabs } from './Tabs';

interface ModulePanelProps {
    readonly no: number;
    readonly tab: PanelTab;
    readonly onClose: () => void;
}

/** The frame around one module: who it is, and its settings, input, output and notes. */
export function ModulePanel({ no, tab, onClose }: ModulePanelProps): ReactNode {
    const { specs, texts, panel, commands, mode } = useEditing();
    const module = useModule(no);
    const spec = useSpec(module?.module ?? '');
    const blueprint = useBlueprint();
    const { status } = useRunOf(no);
    const [naming, setNaming] = useState(false);
    if (!module) return null;
    const before = incoming(blueprint, no)[0]?.from;
    const after = outgoing(blueprint, no)[0]?.to;
    const tabs: readonly { readonly id: PanelTab; readonly label: string; readonly count?: number }[] = [
        { id: 'settings', label: texts.t('editor.tab.settings') },
        { id: 'input', label: texts.t('editor.tab.input') },
        { id: 'output', label: texts.t('editor.tab.output'), ...(status?.operations ? { count: status.operations } : {}) },
        { id: 'notes', label: texts.t('editor.tab.notes') },
    ];
    return (
        <>
            <header className="tt-panel-head">
                <Disc spec={spec} />
                {naming ? (
                    <NameField value={module.name ?? nameOf(module, specs)} onDone={() => setNaming(false)} onName={(name) => commands.rename(no, name)} />
                ) : (
                    <button type="button" className="tt-panel-name" disabled={mode !== 'draft'} title={texts.t('editor.rename')} onClick={() => setNaming(true)}>
                        <b>{nameOf(module, specs)}</b>
                        <span>{kindOf(module, specs)}</span>
                    </button>
                )}
                <span className="tt-grow" />
                <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.panel.previous')} disabled={!before} onClick={() => before && commands.open(before, tab)}>
                    <ChevronLeft size={16} />
                </button>
                <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.panel.next')} disabled={!after} onClick={() => after && commands.open(after, tab)}>
                    <ChevronRight size={16} />
                </button>
                <button type="button" className="tt-icon-btn" aria-label={texts.t('editor.close')} onClick={onClose}>
                    <X size={16} />
                </button>
            </header>
            <Tabs tabs={tabs} chosen={tab} onChoose={(next) => panel.set({ kind: 'module', no, tab: next })} />
            <div className="tt-panel-body" role="tabpanel" aria-label={texts.t(`editor.tab.${tab}`)}>
                {tab === 'settings' && <SettingsPanel no={no} />}
                {(tab === 'input' || tab === 'output') && <Inspector no={no} side={tab} />}
                {tab === 'notes' && <NotesTab no={no} />}
            </div>
        </>
    );
}
