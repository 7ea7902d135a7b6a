import { type Edge, MarkerType, type Node, Position } from '@xyflow/react';
import type { ProblemView } from '../../../../../../contracts/api/scenarios.ts';
import {
  blocksOf,
  type Document,
  type DraftBlock,
  type Exit,
  entryOf,
  type Layout,
  placeOf,
} from '../model/document.ts';
import type { OpenExit } from '../model/open-exits.ts';
import { rowMiddle, SIZE, shownExits } from '../model/placing.ts';

/** Numbers laid over a block by the page around. */
export type BlockMarks = {
  readonly covered?: boolean | undefined;
  readonly entered?: number | undefined;
  readonly dropped?: number | undefined;
  readonly medianMs?: number | null | undefined;
  readonly now?: number | undefined;
};

export type BlockNode = Node<
  {
    readonly id: string;
    readonly block: DraftBlock;
    readonly exits: readonly Exit[];
    readonly entry: boolean;
    readonly secret: boolean;
    readonly problems: readonly ProblemView[] | undefined;
    readonly current: boolean;
    /** The outcome of this block at which building goes on. */
    readonly exit: string | null;
    readonly marks: BlockMarks | undefined;
  },
  'block'
>;

/** All that nodes are made of. Each piece is the same object while it does not change. */
export type Scene = {
  readonly document: Document;
  readonly layout: Layout;
  readonly part: string;
  readonly selected: ReadonlySet<string>;
  readonly current: string | null;
  readonly exit: OpenExit | null;
  /** By place. */
  readonly problems: ReadonlyMap<string, readonly ProblemView[]>;
  readonly marks: ReadonlyMap<string, BlockMarks>;
  /** Places while a hand moves them. */
  readonly moving: Layout;
};

const IN = {
  id: 'in',
  type: 'target',
  position: Position.Left,
  x: -6,
  y: 19,
  width: 12,
  height: 12,
} as const;

/**
 * Makes the nodes of a scene and gives back the node of before wherever nothing changed about it: only what changed is
 * drawn again.
 */
export function createNodes(): (scene: Scene) => BlockNode[] {
  let before = new Map<
    string,
    { node: BlockNode; key: string; block: DraftBlock; marks: unknown; problems: unknown }
  >();
  return (scene) => {
    const after: typeof before = new Map();
    const entry = entryOf(scene.document, scene.part);
    const nodes = Object.entries(blocksOf(scene.document, scene.part)).map(([id, block]) => {
      const place = placeOf(scene.part, id);
      const problems = scene.problems.get(place);
      const marks = scene.marks.get(place);
      const exits = shownExits(scene.document, block);
      const at = scene.moving[place] ?? scene.layout[place] ?? { x: 0, y: 0 };
      const exit = scene.exit?.block === id ? scene.exit.outcome : null;
      const secret = block.type === 'collect' && block.secret === true;
      const facts = [at.x, at.y, id === entry, scene.current === id, scene.selected.has(id), exit, secret];
      const key = JSON.stringify([facts, exits]);
      const old = before.get(place);
      if (old?.key === key && old.block === block && old.marks === marks && old.problems === problems) {
        after.set(place, old);
        return old.node;
      }
      const height = SIZE.head + SIZE.line + exits.length * SIZE.row + SIZE.foot;
      const size = { width: SIZE.width, height };
      const node: BlockNode = {
        id,
        type: 'block',
        position: at,
        ...size,
        measured: size,
        handles: [IN, ...exits.map(({ outcome }, index) => out(outcome, index))],
        selected: scene.selected.has(id),
        data: {
          id,
          block,
          exits,
          entry: id === entry,
          secret,
          problems,
          current: scene.current === id,
          exit,
          marks,
        },
      };
      after.set(place, { node, key, block, marks, problems });
      return node;
    });
    before = after;
    return nodes;
  };
}

const out = (outcome: string, index: number) =>
  ({
    id: outcome,
    type: 'source',
    position: Position.Right,
    x: SIZE.width - 7,
    y: rowMiddle(index) - 7,
    width: 14,
    height: 14,
  }) as const;

/** Wires of a part, by `block outcome`. The chosen one lies above the others. */
export function edgesOf(document: Document, part: string, chosen: string | null): Edge[] {
  const blocks = blocksOf(document, part);
  return Object.entries(blocks).flatMap(([id, block]) =>
    shownExits(document, block).flatMap(({ outcome, target }) => {
      if (target === null || !Object.hasOwn(blocks, target)) return [];
      const key = edgeId(id, outcome);
      return [
        {
          id: key,
          source: id,
          sourceHandle: outcome,
          target,
          targetHandle: 'in',
          selected: key === chosen,
          zIndex: key === chosen ? 2 : 0,
          markerEnd: { type: MarkerType.ArrowClosed, width: 16, height: 16, color: 'var(--c-control)' },
        },
      ];
    }),
  );
}

/** Blocks and outcomes have no blank in their names. */
export const edgeId = (block: string, outcome: string): string => `${block} ${outcome}`;
