import { useEffect, type ReactNode } from 'react';
import { focusModule } from '../canvas/keys/walk';
import { GroupPanel } from '../panel/GroupPanel';
import { LinkPanel } from '../panel/LinkPanel';
import { ModulePanel } from '../panel/ModulePanel';
import { Coach } from '../run/Coach';
import { IncompletePanel } from '../run/incomplete/IncompletePanel';
import { RequestPanel } from '../run/RequestPanel';
import { ScenarioPanel } from '../settings/scenario/ScenarioPanel';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import type { Panel } from '../store/panel';
import { Boundary } from './Boundary';
import { PanelSplitter } from './PanelSplitter';

/** The docked panel on the right. Closing it gives the focus back to the module. */
export function PanelColumn(): ReactNode {
    const editing = useEditing();
    const { panel, fields, texts, focused } = editing;
    const open = useCell(panel);
    const subject = subjectOf(open);
    useEffect(() => () => fields.active.set(null), [subject, fields]);
    if (open.kind === 'closed') return null;
    const close = (): void => {
        const no = open.kind === 'module' ? open.no : open.kind === 'link' ? open.to : focused.get();
        panel.set({ kind: 'closed' });
        if (no !== null) focusModule(editing, no);
    };
    return (
        <section
            className="tt-panel-column"
            data-testid="panel"
            data-region="panel"
            aria-label={texts.t('editor.region.panel')}
            onKeyDown={(event) => {
                if (event.key !== 'Escape' || event.defaultPrevented) return;
                if (fields.active.get()) fields.active.set(null);
                else close();
            }}
        >
            <PanelSplitter />
            <Boundary key={subject} message={texts.t('editor.broken')}>
                {open.kind === 'module' && <ModulePanel no={open.no} tab={open.tab} onClose={close} />}
                {open.kind === 'link' && <LinkPanel from={open.from} to={open.to} onClose={close} />}
                {open.kind === 'group' && <GroupPanel id={open.id} onClose={close} />}
                {open.kind === 'scenario' && <ScenarioPanel onClose={close} />}
                {open.kind === 'incomplete' && <IncompletePanel onClose={close} />}
                {open.kind === 'request' && <RequestPanel onClose={close} />}
            </Boundary>
            <Coach step="map" />
        </section>
    );
}

function subjectOf(open: Panel): string {
    switch (open.kind) {
        case 'module':
            return `module ${open.no}`;
        case 'link':
            return `link ${open.from} ${open.to}`;
        case 'group':
            return `group ${open.id}`;
        case 'closed':
        case 'scenario':
        case 'incomplete':
        case 'request':
            return open.kind;
    }
}
