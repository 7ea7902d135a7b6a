import type { Block } from '../../contracts/scenario/block.ts';
import type { Scenario } from '../../contracts/scenario/document.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type {
  LintSurroundings,
  Problem,
  ProblemCode,
  ProblemFacts,
} from '../../contracts/scenario/problem.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { createLookup, type PromptLookup } from './prompt-lookup.ts';

/** One part as the linter sees it. */
export type LintPart = {
  id: string;
  entry: string;
  blocks: ReadonlyMap<string, Block>;
  parameters: readonly string[];
};

/** What every rule works on. */
export type LintContext = {
  doc: Scenario;
  parts: ReadonlyMap<string, LintPart>;
  catalog: PromptCatalog;
  /** Every language that callers are offered, the document's own first. */
  languages: readonly Language[];
  lookup: PromptLookup;
  surroundings: LintSurroundings;
};

/** One check of a whole document. */
export type Rule = (context: LintContext) => Problem[];

export function contextOf(
  doc: Scenario,
  catalog: PromptCatalog,
  surroundings: LintSurroundings = {},
): LintContext {
  const parts = new Map<string, LintPart>([[MAIN_PART, partOf(MAIN_PART, { ...doc, parameters: [] })]]);
  for (const [id, sub] of Object.entries(doc.subScenarios)) parts.set(id, partOf(id, sub));
  const languages = [...new Set([doc.language, ...(doc.languages ?? [])])];
  return { doc, parts, catalog, languages, lookup: createLookup(catalog, languages), surroundings };
}

type PartSource = { entry: string; blocks: Record<string, Block>; parameters: string[] };

function partOf(id: string, { entry, blocks, parameters }: PartSource): LintPart {
  return { id, entry, parameters, blocks: new Map(Object.entries(blocks)) };
}

export type PlacedBlock = { place: string; part: LintPart; id: string; block: Block };

/** Every block of the document with its place, as `part/block`. */
export function placedBlocks(context: LintContext): PlacedBlock[] {
  return [...context.parts.values()].flatMap((part) =>
    [...part.blocks].map(([id, block]) => ({ place: `${part.id}/${id}`, part, id, block })),
  );
}

/** A problem that keeps a scenario from being published. */
export const error = <C extends ProblemCode>(
  code: C,
  block: string | null,
  message: string,
  facts: ProblemFacts[C],
): Problem => ({ code, block, message, facts, severity: 'error' });

/** A problem that its author should know of. */
export const warning = <C extends ProblemCode>(
  code: C,
  block: string | null,
  message: string,
  facts: ProblemFacts[C],
): Problem => ({ ...error(code, block, message, facts), severity: 'warning' });
