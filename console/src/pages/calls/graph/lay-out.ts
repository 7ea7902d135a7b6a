import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { BOX, type BoxPlan, type GraphPlan, type PartPlan, type WirePlan } from './graph-plan.ts';

export type Point = { readonly x: number; readonly y: number };
export type PlacedBox = BoxPlan & Point;
export type PlacedWire = WirePlan & { readonly points: readonly Point[]; readonly labelAt: Point | null };
export type PlacedPart = Point & {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly wires: readonly PlacedWire[];
};

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.spacing.nodeNode': '36',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '12',
  'elk.layered.spacing.nodeNodeBetweenLayers': '44',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.padding': '[top=12,left=12,bottom=12,right=12]',
};
const BETWEEN_PARTS = 72;

/**
 * Places boxes and wires (ELK, layered, from top to bottom), each part below the one before. The work is done in a
 * worker of the browser, so that a scenario of 500 blocks does not hold up the page. Rejects if the worker cannot start.
 */
export async function layOut(plan: GraphPlan): Promise<PlacedPart[]> {
  const elk = new ELK({ workerUrl });
  try {
    const laid = await Promise.all(
      plan.parts.map((part) => elk.layout(elkGraph(part), { layoutOptions: OPTIONS })),
    );
    let y = 0;
    return plan.parts.map((part, index) => {
      const placed = placePart(part, laid[index], y);
      y += placed.height + BETWEEN_PARTS;
      return placed;
    });
  } finally {
    elk.terminateWorker();
  }
}

const elkGraph = (part: PartPlan): ElkNode => ({
  id: part.id,
  children: part.boxes.map(({ place, width, height }) => ({ id: place, width, height })),
  edges: part.wires.map(({ id, from, to, label, labelWidth }) => ({
    id,
    sources: [from],
    targets: [to],
    labels:
      label === ''
        ? []
        : [{ id: `${id} label`, text: label, width: labelWidth, height: BOX.wireLabelHeight }],
  })),
});

function placePart(part: PartPlan, laid: ElkNode | undefined, y: number): PlacedPart {
  const at = new Map(
    (laid?.children ?? []).map((child) => [child.id, { x: child.x ?? 0, y: (child.y ?? 0) + y }]),
  );
  const edges = new Map((laid?.edges ?? []).map((edge) => [edge.id, edge]));
  return {
    id: part.id,
    name: part.name,
    x: 0,
    y,
    width: laid?.width ?? 0,
    height: laid?.height ?? 0,
    boxes: part.boxes.map((box) => ({ ...box, ...(at.get(box.place) ?? { x: 0, y }) })),
    wires: part.wires.map((wire) => {
      const edge = edges.get(wire.id);
      const [section] = edge?.sections ?? [];
      const points = section ? [section.startPoint, ...(section.bendPoints ?? []), section.endPoint] : [];
      const [label] = edge?.labels ?? [];
      return {
        ...wire,
        points: points.map((point) => ({ x: point.x, y: point.y + y })),
        labelAt: label === undefined ? null : { x: label.x ?? 0, y: (label.y ?? 0) + y },
      };
    }),
  };
}

/** Path of a wire for an SVG `d`: straight pieces, corners rounded by 6 px. */
export function wirePath(points: readonly Point[]): string {
  const [start, ...rest] = points;
  if (start === undefined) return '';
  const pieces = rest.map((point, index) => {
    const after = rest[index + 1];
    if (after === undefined) return `L ${point.x} ${point.y}`;
    const from = toward(point, rest[index - 1] ?? start);
    const to = toward(point, after);
    return `L ${from.x} ${from.y} Q ${point.x} ${point.y} ${to.x} ${to.y}`;
  });
  return `M ${start.x} ${start.y} ${pieces.join(' ')}`;
}

/** A point 6 px from a corner towards another point. */
function toward(corner: Point, other: Point): Point {
  const length = Math.hypot(other.x - corner.x, other.y - corner.y) || 1;
  const part = Math.min(6, length / 2) / length;
  return { x: corner.x + (other.x - corner.x) * part, y: corner.y + (other.y - corner.y) * part };
}
