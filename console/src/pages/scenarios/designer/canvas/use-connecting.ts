import {
  type Connection,
  type Edge,
  type EdgeMouseHandler,
  type OnConnectEnd,
  useReactFlow,
} from '@xyflow/react';
import { type DragEvent, useMemo } from 'react';
import { BLOCK_TYPES } from '../model/block-types.ts';
import { useActions } from '../state/use-designer.ts';

/** What a dragged piece of the palette is called in the clipboard of the drag. */
export const DRAGGED = 'application/x-callwright-block';

/** Where a line that is being drawn may end: at a handle, or anywhere on a block. */
const blockAt = (x: number, y: number): string | null => {
  const found = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-block]');
  return found?.dataset.block ?? null;
};

const pointOf = (event: MouseEvent | TouchEvent): { x: number; y: number } => {
  const touch = 'changedTouches' in event ? event.changedTouches[0] : event;
  return { x: touch?.clientX ?? 0, y: touch?.clientY ?? 0 };
};

/** Drawing, redrawing and choosing wires, and blocks dropped from the palette. */
export function useConnecting(choose: (edge: string | null) => void) {
  const actions = useActions();
  const { screenToFlowPosition } = useReactFlow();
  return useMemo(() => {
    const onConnectEnd: OnConnectEnd = (event, { fromNode, fromHandle, toHandle }) => {
      if (fromNode === null || fromHandle?.type !== 'source' || toHandle !== null) return;
      const { x, y } = pointOf(event);
      const outcome = fromHandle.id ?? '';
      const target = blockAt(x, y);
      if (target !== null) actions.wire(fromNode.id, outcome, target);
      // Into the open: the next block goes there.
      else actions.pickExit({ block: fromNode.id, outcome });
    };
    const onEdgeClick: EdgeMouseHandler = (_, edge) => choose(edge.id);
    return {
      flow: {
        onConnect({ source, sourceHandle, target }: Connection): void {
          if (sourceHandle !== null) actions.wire(source, sourceHandle, target);
        },
        onConnectEnd,
        onReconnect(old: Edge, { source, sourceHandle, target }: Connection): void {
          if (old.sourceHandle == null || sourceHandle === null) return;
          if (source !== old.source || sourceHandle !== old.sourceHandle)
            actions.wire(old.source, old.sourceHandle, null);
          actions.wire(source, sourceHandle, target);
        },
        onEdgeClick,
      },
      drop: {
        onDragOver(event: DragEvent): void {
          if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
        },
        onDrop(event: DragEvent): void {
          const type = BLOCK_TYPES.find((one) => one === event.dataTransfer.getData(DRAGGED));
          if (type === undefined) return;
          event.preventDefault();
          const at = screenToFlowPosition({ x: event.clientX - 40, y: event.clientY - 20 });
          actions.add(type, { x: Math.round(at.x), y: Math.round(at.y) });
        },
      },
    };
  }, [actions, screenToFlowPosition, choose]);
}
