import type { Block } from '../../contracts/scenario/block.ts';
import type { Scenario, SubScenario } from '../../contracts/scenario/document.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import type { PromptCatalog, PromptItem } from '../../contracts/scenario/prompt-item.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { piecePath } from '../speech/pieces.ts';
import { itemsOf } from './items-of.ts';
import { filesOf, resolved, type TextIndex, textIndex } from './prompt-files.ts';

/**
 * Turns a scenario that has passed the linter into the parts that calls load. Never fails: what the linter would refuse
 * is left as it is and ends at the engine's guards.
 */
export function compileScenario(doc: Scenario, catalog: PromptCatalog): CompiledScenario {
  const context: Context = { catalog, texts: textIndex(catalog, doc.language), language: doc.language };
  const parts: Record<string, ScenarioPart> = {};
  for (const [id, sub] of Object.entries(doc.subScenarios)) parts[id] = partOf(id, sub, context);
  const main = partOf(MAIN_PART, doc, context);
  main.variables = initialVariables(doc);
  if (doc.onHungUp !== undefined) main.onHungUp = doc.onHungUp;
  parts[MAIN_PART] = main;
  return { entryPart: MAIN_PART, parts, calendars: doc.calendars };
}

type Context = { catalog: PromptCatalog; texts: TextIndex; language: string };

function partOf(id: string, source: SubScenario, context: Context): ScenarioPart {
  const { language } = context;
  const blocks: Record<string, Block> = {};
  for (const [name, block] of Object.entries(source.blocks)) blocks[name] = compiled(block, context);
  return { schema: 1, id, language, entry: source.entry, blocks, durations: durations(source, context) };
}

/** A block as the engine wants it: texts are files, and what only people read is gone. */
function compiled(block: Block, { texts }: Context): Block {
  const { label: _label, ...rest } = block;
  const swap = (items: PromptItem[]): PromptItem[] => items.map((item) => resolved(item, texts));
  switch (rest.type) {
    case 'play':
    case 'say':
    case 'leaveMessage':
      return { ...rest, prompts: swap(rest.prompts) };
    case 'menu':
      return {
        ...rest,
        prompts: swap(rest.prompts),
        noInputPrompts: swap(rest.noInputPrompts),
        wrongKeyPrompts: swap(rest.wrongKeyPrompts),
      };
    case 'collect':
      return {
        ...rest,
        prompts: swap(rest.prompts),
        noInputPrompts: swap(rest.noInputPrompts),
        invalidPrompts: swap(rest.invalidPrompts),
      };
    default:
      return rest;
  }
}

function durations(source: SubScenario, { catalog, texts, language }: Context): Record<string, number> {
  const paths = new Set([piecePath(language, 'system/apology')]);
  for (const block of Object.values(source.blocks)) {
    for (const item of itemsOf(block)) for (const path of filesOf(item, texts, language)) paths.add(path);
  }
  const known: Record<string, number> = {};
  for (const path of [...paths].sort()) {
    const ms = Object.hasOwn(catalog, path) ? catalog[path]?.ms : undefined;
    if (ms !== undefined) known[path] = ms;
  }
  return known;
}

function initialVariables(doc: Scenario): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(doc.variables).map(([name, variable]) => [name, variable.initial]),
  );
}
