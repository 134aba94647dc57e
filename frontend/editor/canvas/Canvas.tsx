import { Background, BackgroundVariant, ReactFlow, ReactFlowProvider, type EdgeTypes, type NodeTypes } from '@xyflow/react';
import type { ReactNode } from 'react';
import { useCell } from '../store/cell';
import { useEditing } from '../store/editing';
import { Starters } from './Starters';
import { Tools } from './Tools';
import { SelectionBar } from './SelectionBar';
import { useDrag } from './gestures/useDrag';
import { useDrop } from './gestures/useDrop';
import { usePendingLink } from './gestures/usePendingLink';
import { usePress } from './gestures/usePress';
import { useSelectionChanges } from './gestures/useSelectionChanges';
import { useClipboard } from './keys/useClipboard';
import { useKeys } from './keys/useKeys';
import { LinkEdge } from './links/LinkEdge';
import { PendingLine } from './links/PendingLine';
import { TieEdge } from './links/TieEdge';
import { useLinks } from './links/useLinks';
import { Capsule } from './nodes/Capsule';
import { CatchAll } from './nodes/CatchAll';
import { Directive } from './nodes/Directive';
import { Ghost } from './nodes/Ghost';
import { GroupFrame } from './nodes/GroupFrame';
import { NoteCard } from './nodes/NoteCard';
import { RouterNode } from './nodes/RouterNode';
import { useNodes } from './nodes/useNodes';
import { CanvasMenu } from './menu/CanvasMenu';
import { Picker } from './picker/Picker';
import { ViewKeeper } from './ViewKeeper';

const NODES: NodeTypes = { capsule: Capsule, router: RouterNode, directive: Directive, ghost: Ghost, note: NoteCard, 'group-frame': GroupFrame, catch: CatchAll };
const LINKS: EdgeTypes = { link: LinkEdge, tie: TieEdge };
const MANY = 100;

/** The scenario as a graph, and everything a hand can do to it. */
export function Canvas(): ReactNode {
    return (
        <ReactFlowProvider>
            <Board />
        </ReactFlowProvider>
    );
}

function Board(): ReactNode {
    const { draft, texts, stage } = useEditing();
    const tool = useCell(stage.tool);
    const many = useCell(draft.document, ({ blueprint }) => blueprint.modules.length > MANY);
    const count = useCell(draft.document, ({ blueprint }) => blueprint.modules.length);
    const drag = useDrag();
    const nodes = useNodes(drag.dragged);
    const links = useLinks();
    const select = useSelectionChanges();
    const pending = usePendingLink();
    const press = usePress();
    const drop = useDrop();
    const keys = useKeys();
    useClipboard();
    return (
        <section
            id="tt-canvas" className="tt-canvas" data-testid="canvas" data-region="canvas" data-tool={tool}
            tabIndex={-1} aria-label={texts.n('editor.canvas.label', count)} onKeyDown={keys} {...drop} {...press.board}
        >
            <ReactFlow
                nodes={nodes} edges={links} nodeTypes={NODES} edgeTypes={LINKS}
                onNodesChange={(changes) => (drag.onNodesChange(changes), select.onNodesChange(changes))}
                onEdgesChange={select.onEdgesChange}
                onNodeDrag={drag.onNodeDrag} onNodeDragStop={drag.onNodeDragStop}
                onNodeClick={press.onNodeClick} onPaneClick={press.onPaneClick} onNodeContextMenu={press.onNodeContextMenu}
                onConnectStart={pending.onConnectStart} onConnectEnd={pending.onConnectEnd}
                connectionLineComponent={PendingLine} connectionRadius={1} connectionDragThreshold={6} connectOnClick={false}
                nodesConnectable={!draft.readOnly} nodesDraggable={!draft.readOnly}
                nodesFocusable={false} edgesFocusable={false} edgesReconnectable={false} disableKeyboardA11y
                selectNodesOnDrag={false} nodeDragThreshold={4} elevateNodesOnSelect={false}
                panOnDrag={tool === 'hand' ? [0, 1] : [1]} selectionOnDrag={tool === 'select'} panActivationKeyCode="Space"
                selectionKeyCode="Shift" multiSelectionKeyCode={['Shift', 'Meta', 'Control']} deleteKeyCode={null}
                zoomOnDoubleClick={false} minZoom={0.1} maxZoom={2} onlyRenderVisibleElements={many}
            >
                <Background variant={BackgroundVariant.Dots} gap={20} size={2} color="var(--dot)" />
                <ViewKeeper />
            </ReactFlow>
            <Tools />
            <SelectionBar />
            <Picker />
            <CanvasMenu />
            <Starters />
        </section>
    );
}
