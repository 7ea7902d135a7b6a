import ELK, { type ElkNode } from 'elkjs/lib/elk-api.js';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';
import { blocksOf, type Document, type Layout, placeOf } from '../model/document.ts';
import { walk } from '../model/open-exits.ts';
import { heightOf, rowMiddle, SIZE, shownExits } from '../model/placing.ts';

const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.spacing.nodeNode': '28',
  'elk.layered.spacing.nodeNodeBetweenLayers': '64',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.separateConnectedComponents': 'true',
};

/**
 * Places for the blocks of a part, from left to right in the order of a call (ELK, layered, in a worker). Rejects if
 * the worker cannot start.
 */
export async function layOutPart(document: Document, part: string): Promise<Layout> {
  const elk = new ELK({ workerUrl });
  try {
    const laid = await elk.layout(graphOf(document, part), { layoutOptions: OPTIONS });
    return Object.fromEntries(
      (laid.children ?? []).map(({ id, x = 0, y = 0 }) => [
        placeOf(part, id),
        { x: Math.round(x), y: Math.round(y) },
      ]),
    );
  } finally {
    elk.terminateWorker();
  }
}

function graphOf(document: Document, part: string): ElkNode {
  const blocks = blocksOf(document, part);
  const ids = walk(document, part);
  const port = (id: string, outcome: string): string => `${id} ${outcome}`;
  return {
    id: part,
    children: ids.flatMap((id) => {
      const block = blocks[id];
      if (block === undefined) return [];
      return [
        {
          id,
          width: SIZE.width,
          height: heightOf(document, block),
          layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
          ports: [
            { id: `${id} `, x: 0, y: 25, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } },
            ...shownExits(document, block).map(({ outcome }, index) => ({
              id: port(id, outcome),
              x: SIZE.width,
              y: rowMiddle(index),
              width: 0,
              height: 0,
              layoutOptions: { 'elk.port.side': 'EAST' },
            })),
          ],
        },
      ];
    }),
    edges: ids.flatMap((id) => {
      const block = blocks[id];
      if (block === undefined) return [];
      return shownExits(document, block).flatMap(({ outcome, target }) =>
        target === null || !Object.hasOwn(blocks, target)
          ? []
          : [{ id: `${id} ${outcome} to`, sources: [port(id, outcome)], targets: [`${target} `] }],
      );
    }),
  };
}
