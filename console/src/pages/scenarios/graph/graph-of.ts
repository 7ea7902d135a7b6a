import type { GraphBlock, ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import { digest } from './digest.ts';

type Loose = Readonly<Record<string, unknown>>;
const MAIN = 'main';

/**
 * A document as the graph that pictures are drawn of. The document may be a draft with problems: what cannot be read is
 * left out, and wires to blocks that are not there are the picture's to skip.
 */
export function graphOf(document: unknown): ScenarioGraph {
  const read = loose(document);
  const parts = [
    { id: MAIN, name: textOf(read.name) ?? MAIN, entry: textOf(read.entry) ?? '', blocks: read.blocks },
    ...Object.entries(loose(read.subScenarios)).map(([id, part]) => ({
      id,
      name: id,
      entry: textOf(loose(part).entry) ?? '',
      blocks: loose(part).blocks,
    })),
  ].map((part) => ({ ...part, blocks: blocksOf(part.blocks) }));
  return {
    name: textOf(read.name) ?? '',
    version: null,
    hash: `draft-${digest(JSON.stringify(parts))}`,
    entry: `${MAIN}/${textOf(read.entry) ?? ''}`,
    parts,
  };
}

const blocksOf = (blocks: unknown): GraphBlock[] =>
  Object.entries(loose(blocks)).map(([id, given]) => {
    const block = loose(given);
    const words = loose(block.outcomeWords);
    return {
      id,
      type: textOf(block.type) ?? '',
      label: textOf(block.label) ?? null,
      part: block.type === 'subScenario' ? (textOf(block.part) ?? null) : null,
      next: Object.entries(loose(block.next)).flatMap(([outcome, target]) =>
        typeof target === 'string' ? [{ outcome, target, words: textOf(words[outcome]) }] : [],
      ),
    };
  });

const loose = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;
