import {
  Background,
  Controls,
  MiniMap,
  type NodeChange,
  type NodeTypes,
  ReactFlow,
  useStore,
} from '@xyflow/react';
import '@xyflow/react/dist/base.css';
import { type ReactElement, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import type { DesignerOverlay } from '../designer-props.ts';
import { type Layout, placeOf } from '../model/document.ts';
import { needsLayout } from '../model/placing.ts';
import { documentOf, draftOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { BlockBox } from './block-node.tsx';
import { marksOf } from './marks.ts';
import { type BlockNode, createNodes, edgesOf } from './nodes.ts';
import { ShowCurrent } from './show-current.tsx';
import { useAutoLayout } from './use-auto-layout.ts';
import { useCanvasKeys } from './use-canvas-keys.ts';
import { useConnecting } from './use-connecting.ts';
import './canvas.css';

const NODES: NodeTypes = { block: BlockBox };
const SNAP: [number, number] = [4, 4];
const NOTHING: Layout = {};
/** Below this zoom blocks show their names only, as large as they can. */
const FAR = 0.45;

/** The blocks of a part as a picture that is drawn on. */
export function Canvas({
  problems,
  overlay,
}: {
  problems: ReadonlyMap<string, readonly ProblemView[]>;
  overlay: DesignerOverlay | undefined;
}): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const document = useDesigner(documentOf);
  const layout = useDesigner((state) => draftOf(state).layout);
  const part = useDesigner(({ part: open }) => open);
  const selected = useDesigner((state) => state.selected);
  const current = useDesigner((state) => state.current);
  const exit = useDesigner((state) => state.exit);
  const readOnly = useDesigner((state) => state.readOnly);
  const unplaced = useDesigner((state) => needsLayout(draftOf(state), state.part));
  const far = useStore((state) => state.transform[2] < FAR);
  const [moving, setMoving] = useState<Layout>(NOTHING);
  const [chosen, setChosen] = useState<string | null>(null);
  const marks = useMemo(() => marksOf(document, overlay), [document, overlay]);
  const make = useMemo(createNodes, []);
  const nodes = useMemo(
    () => make({ document, layout, part, selected, current, exit, problems, marks, moving }),
    [make, document, layout, part, selected, current, exit, problems, marks, moving],
  );
  const edges = useMemo(() => edgesOf(document, part, chosen), [document, part, chosen]);
  const onNodesChange = useCallback(
    (changes: NodeChange<BlockNode>[]) => {
      const moved = changes.flatMap((change) =>
        change.type === 'position' && change.position !== undefined
          ? [[placeOf(part, change.id), change.position] as const]
          : [],
      );
      if (moved.length > 0) setMoving((before) => ({ ...before, ...Object.fromEntries(moved) }));
    },
    [part],
  );
  const onMoved = useCallback(() => {
    actions.move(moving);
    setMoving(NOTHING);
  }, [actions, moving]);
  const labels = useMemo(
    () => ({
      'controls.zoomIn.ariaLabel': t('scenarioDesigner.zoom.closer'),
      'controls.zoomOut.ariaLabel': t('scenarioDesigner.zoom.farther'),
      'controls.fitView.ariaLabel': t('scenarioDesigner.zoom.all'),
    }),
    [t],
  );
  useAutoLayout();
  const onKeyDown = useCanvasKeys(chosen, setChosen);
  const connecting = useConnecting(setChosen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the blocks within, which have the focus
    <div
      className="cw-canvas"
      data-area="canvas"
      data-far={far || undefined}
      data-unplaced={unplaced || undefined}
      onKeyDown={onKeyDown}
      {...connecting.drop}
    >
      <ReactFlow
        nodes={nodes}
        edges={edges}
        nodeTypes={NODES}
        onNodesChange={onNodesChange}
        onNodeDragStop={onMoved}
        onSelectionDragStop={onMoved}
        onNodeClick={(event, node) => {
          setChosen(null);
          actions.select(node.id, event.shiftKey || event.ctrlKey || event.metaKey);
        }}
        onPaneClick={() => {
          setChosen(null);
          actions.select(null);
        }}
        {...connecting.flow}
        nodesConnectable={!readOnly}
        nodesDraggable={!readOnly}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode={null}
        multiSelectionKeyCode={null}
        connectionRadius={28}
        nodeDragThreshold={3}
        snapToGrid
        snapGrid={SNAP}
        minZoom={0.1}
        maxZoom={1.6}
        onlyRenderVisibleElements
        proOptions={{ hideAttribution: true }}
        aria-label={t('scenarioDesigner.canvas')}
        ariaLabelConfig={labels}
      >
        <Background gap={24} />
        <Controls showInteractive={false} aria-label={t('scenarioDesigner.controls')} />
        {nodes.length > 40 && <MiniMap pannable zoomable aria-label={t('scenarioDesigner.map')} />}
        <ShowCurrent />
      </ReactFlow>
    </div>
  );
}
