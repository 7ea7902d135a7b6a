import { useQuery } from '@tanstack/react-query';
import {
  Background,
  Controls,
  type EdgeTypes,
  type NodeTypes,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLoading } from '../../../components/page-loading.tsx';
import { useCallWords } from '../use-call-words.ts';
import { BlockBox } from './block-box.tsx';
import { elementsOf } from './graph-elements.ts';
import './graph-picture.css';
import { planGraph } from './graph-plan.ts';
import { layOut } from './lay-out.ts';
import { PartTitle } from './part-title.tsx';
import type { ScenarioGraph } from './scenario-graph.ts';
import { ShowPlace } from './show-place.tsx';
import type { WalkedPath } from './walked-path.ts';
import { Wire } from './wire.tsx';

const NODES: NodeTypes = { block: BlockBox, part: PartTitle };
const EDGES: EdgeTypes = { wire: Wire };

/** The scenario as boxes and wires, with the way that the call took. Laid out once; a live call only moves its marks. */
export function GraphPicture({ graph, path }: { graph: ScenarioGraph; path: WalkedPath }): ReactElement {
  const { t, i18n } = useTranslation();
  const words = useCallWords();
  const placed = useQuery({
    queryKey: ['calls', 'layout', graph.hash, i18n.language],
    queryFn: () => layOut(planGraph(graph, { type: words.blockType, outcome: words.blockOutcome })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // Its boundary shows that there is no picture.
    throwOnError: true,
  });
  const elements = useMemo(() => elementsOf(placed.data ?? [], path), [placed.data, path]);
  if (placed.data === undefined) return <PageLoading />;
  return (
    <section className="cw-graph" aria-label={t('calls.detail.graph.label')}>
      <ReactFlowProvider>
        <ReactFlow
          nodes={elements.nodes}
          edges={elements.edges}
          nodeTypes={NODES}
          edgeTypes={EDGES}
          nodesDraggable={false}
          nodesConnectable={false}
          nodesFocusable={false}
          edgesFocusable={false}
          elementsSelectable={false}
          disableKeyboardA11y
          minZoom={0.1}
          maxZoom={1.6}
          preventScrolling={false}
          zoomOnScroll={false}
          onlyRenderVisibleElements
          proOptions={{ hideAttribution: true }}
        >
          <Background gap={22} />
          <Controls showInteractive={false} aria-label={t('calls.detail.graph.controls')} />
          <ShowPlace path={path} parts={placed.data} />
        </ReactFlow>
      </ReactFlowProvider>
    </section>
  );
}
