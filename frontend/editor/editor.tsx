import '@xyflow/react/dist/style.css';
import { Background, ReactFlow } from '@xyflow/react';

/** The editor of one scenario. */
export function Editor({ scenario }: { scenario: string }) {
  const nodes = [{ id: '1', position: { x: 80, y: 80 }, data: { label: `Scenario ${scenario}` } }];
  return (
    <div style={{ height: '100vh' }}>
      <ReactFlow defaultNodes={nodes}>
        <Background />
      </ReactFlow>
    </div>
  );
}
