import type { Block } from '../../contracts/scenario/block.ts';
import type { Scenario } from '../../contracts/scenario/document.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { Problem, ProblemCode } from '../../contracts/scenario/problem.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import { type TextIndex, textIndex } from '../compile/prompt-files.ts';

/** One part as the linter sees it. */
export type LintPart = { id: string; entry: string; blocks: ReadonlyMap<string, Block> };

/** What every rule works on. */
export type LintContext = {
  doc: Scenario;
  parts: ReadonlyMap<string, LintPart>;
  catalog: PromptCatalog;
  texts: TextIndex;
};

/** One check of a whole document. */
export type Rule = (context: LintContext) => Problem[];

export function contextOf(doc: Scenario, catalog: PromptCatalog): LintContext {
  const parts = new Map<string, LintPart>([[MAIN_PART, partOf(MAIN_PART, doc)]]);
  for (const [id, sub] of Object.entries(doc.subScenarios)) parts.set(id, partOf(id, sub));
  return { doc, parts, catalog, texts: textIndex(catalog, doc.language) };
}

function partOf(id: string, source: { entry: string; blocks: Record<string, Block> }): LintPart {
  return { id, entry: source.entry, blocks: new Map(Object.entries(source.blocks)) };
}

/** Every block of the document with its place, as `part/block`. */
export function placedBlocks(
  context: LintContext,
): { place: string; part: LintPart; id: string; block: Block }[] {
  return [...context.parts.values()].flatMap((part) =>
    [...part.blocks].map(([id, block]) => ({ place: `${part.id}/${id}`, part, id, block })),
  );
}

export const error = (code: ProblemCode, block: string | null, message: string): Problem => ({
  code,
  block,
  message,
  severity: 'error',
});

export const warning = (code: ProblemCode, block: string | null, message: string): Problem => ({
  code,
  block,
  message,
  severity: 'warning',
});
