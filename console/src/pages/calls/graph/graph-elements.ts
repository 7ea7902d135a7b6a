import type { Edge, Node } from '@xyflow/react';
import type { PlacedBox, PlacedPart, PlacedWire } from './lay-out.ts';
import type { WalkedPath } from './walked-path.ts';

export type BlockNode = Node<
  { box: PlacedBox; visits: number; here: boolean; note: string | undefined },
  'block'
>;
export type PartNode = Node<{ name: string }, 'part'>;
export type WireEdge = Edge<{ wire: PlacedWire; walked: number }, 'wire'>;

const TITLE_ABOVE = 30;

/** Boxes and wires for the picture, with what the call did at each. A part has a title when there are several. */
export function elementsOf(
  parts: readonly PlacedPart[],
  path: WalkedPath,
): { nodes: (BlockNode | PartNode)[]; edges: WireEdge[] } {
  const titles = parts.length < 2 ? [] : parts.map(titleOf);
  const boxes = parts.flatMap((part) => part.boxes.map((box) => boxOf(box, path)));
  const edges = parts.flatMap((part) => part.wires.map((wire) => wireOf(wire, path)));
  return { nodes: [...titles, ...boxes], edges: edges.sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0)) };
}

const titleOf = (part: PlacedPart): PartNode => ({
  id: `title ${part.id}`,
  type: 'part',
  position: { x: part.x + 12, y: part.y - TITLE_ABOVE },
  width: Math.max(200, part.width - 24),
  height: 24,
  data: { name: part.name },
});

const boxOf = (box: PlacedBox, path: WalkedPath): BlockNode => ({
  id: box.place,
  type: 'block',
  position: { x: box.x, y: box.y },
  width: box.width,
  height: box.height,
  data: {
    box,
    visits: path.visits.get(box.place) ?? 0,
    here: path.here === box.place,
    note: path.notes?.get(box.place),
  },
});

function wireOf(wire: PlacedWire, path: WalkedPath): WireEdge {
  const walked = wire.keys.reduce((sum, key) => sum + (path.wires.get(key) ?? 0), 0);
  return {
    id: wire.id,
    type: 'wire',
    source: wire.from,
    target: wire.to,
    zIndex: walked > 0 ? 1 : 0,
    data: { wire, walked },
  };
}
