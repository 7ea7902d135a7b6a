import { blockTitle, placeIn, type ScenarioGraph } from './scenario-graph.ts';
import { wireKey } from './walked-path.ts';

/** What is to be laid out: boxes and wires with the size of their texts, px. No position yet. */
export type GraphPlan = { readonly parts: readonly PartPlan[] };
export type PartPlan = {
  readonly id: string;
  readonly name: string;
  readonly boxes: readonly BoxPlan[];
  readonly wires: readonly WirePlan[];
};
export type BoxPlan = {
  readonly place: string;
  readonly name: string;
  readonly detail: string;
  /** Where every call begins. */
  readonly entry: boolean;
  /** Name of the sub-scenario that the block enters. */
  readonly enters: string | null;
  readonly width: number;
  readonly height: number;
};
export type WirePlan = {
  /** Blank-separated names; the outcomes that it stands for are in `keys`. */
  readonly id: string;
  readonly keys: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly label: string;
  readonly labelWidth: number;
};

export const BOX = { width: 184, height: 58, wireLabelHeight: 18 } as const;

/**
 * Width of a text at 12 px: Hangul is as wide as it is high, Latin a little over half. Good enough to keep labels apart
 * without asking the browser, which a layout in a worker cannot.
 */
export const textWidth = (text: string): number =>
  Math.ceil([...text].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2e7f ? 12 : 7), 0));

export type GraphWords = {
  readonly type: (type: string) => string;
  readonly outcome: (outcome: string) => string;
};

/**
 * Boxes and wires of a scenario. Several outcomes that lead from one block to the same other are one wire, so that a
 * menu of ten keys stays readable. A wire to a block that is not there is left out: the picture shows what is.
 */
export function planGraph(graph: ScenarioGraph, words: GraphWords): GraphPlan {
  return {
    parts: graph.parts.map((part) => {
      const known = new Set(part.blocks.map(({ id }) => id));
      return {
        id: part.id,
        name: part.name,
        boxes: part.blocks.map((block) => {
          const place = placeIn(part.id, block.id);
          const { name, detail } = blockTitle(block.label, block.id, words.type(block.type));
          return {
            place,
            name,
            detail,
            entry: place === graph.entry,
            enters: graph.parts.find(({ id }) => id === block.part)?.name ?? null,
            width: Math.max(BOX.width, Math.min(280, Math.max(textWidth(name), textWidth(detail)) + 72)),
            height: BOX.height,
          };
        }),
        wires: part.blocks.flatMap((block) => {
          const from = placeIn(part.id, block.id);
          const targets = Map.groupBy(block.next, ({ target }) => target);
          return [...targets].flatMap(([target, nexts]) => {
            if (!known.has(target)) return [];
            // One outcome alone says nothing that the arrow does not say already.
            const only = block.next.length === 1 && nexts[0]?.outcome === 'done';
            const label = only ? '' : nexts.map((one) => one.words ?? words.outcome(one.outcome)).join(' · ');
            const to = placeIn(part.id, target);
            return {
              id: `${from} ${to}`,
              keys: nexts.map(({ outcome }) => wireKey(from, outcome)),
              from,
              to,
              label,
              labelWidth: label === '' ? 0 : textWidth(label) + 12,
            };
          });
        }),
      };
    }),
  };
}
