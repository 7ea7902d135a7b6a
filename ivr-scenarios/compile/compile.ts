import type { Block } from '../../contracts/scenario/block.ts';
import type { Scenario } from '../../contracts/scenario/document.ts';
import type { Language } from '../../contracts/scenario/language.ts';
import { MAIN_PART } from '../../contracts/scenario/names.ts';
import type { CompiledScenario, ScenarioPart } from '../../contracts/scenario/part.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { Value } from '../../contracts/scenario/value.ts';
import { piecePath } from '../speech/pieces.ts';
import { compiledBlock } from './compiled-block.ts';
import { itemsOf } from './items-of.ts';
import { createPromptFiles, type PromptFiles } from './prompt-files.ts';

/** What the engine says by itself. */
const OWN_WORDS = ['system/apology', 'system/prompt-failed'];

/**
 * Turns a scenario that has passed the linter into the parts that calls load. Never fails: what the linter would refuse
 * is left as it is and ends at the engine's guards.
 */
export function compileScenario(doc: Scenario, catalog: PromptCatalog): CompiledScenario {
  const others = (doc.languages ?? []).filter((language) => language !== doc.language);
  const languages: readonly [Language, ...Language[]] = [doc.language, ...new Set(others)];
  const context: Context = { catalog, languages, files: createPromptFiles(catalog, languages) };
  const parts: Record<string, ScenarioPart> = {};
  for (const [id, sub] of Object.entries(doc.subScenarios)) {
    const part = partOf(id, sub, context);
    parts[id] = sub.parameters.length > 0 ? { ...part, parameters: sub.parameters } : part;
  }
  const main = partOf(MAIN_PART, doc, context);
  main.variables = initialVariables(doc);
  if (doc.onHungUp !== undefined) main.onHungUp = doc.onHungUp;
  if (doc.handlers !== undefined) main.handlers = handlersOf(doc.handlers);
  parts[MAIN_PART] = main;
  return { entryPart: MAIN_PART, parts, calendars: doc.calendars };
}

type Context = { catalog: PromptCatalog; languages: readonly [Language, ...Language[]]; files: PromptFiles };
type Source = { entry: string; blocks: Record<string, Block> };

function partOf(id: string, source: Source, context: Context): ScenarioPart {
  const [language] = context.languages;
  const blocks: Record<string, Block> = {};
  for (const [name, block] of Object.entries(source.blocks))
    blocks[name] = compiledBlock(block, context.files);
  return {
    schema: 1,
    id,
    language,
    entry: source.entry,
    blocks,
    durations: durations(Object.values(blocks), context),
  };
}

function handlersOf(handlers: NonNullable<Scenario['handlers']>): NonNullable<ScenarioPart['handlers']> {
  return Object.fromEntries(Object.entries(handlers).filter(([, block]) => block !== undefined));
}

function durations(blocks: readonly Block[], context: Context): Record<string, number> {
  const { catalog, languages, files } = context;
  const paths = new Set(
    languages.flatMap((language) => OWN_WORDS.map((piece) => piecePath(language, piece))),
  );
  for (const item of blocks.flatMap(itemsOf)) for (const path of files.pathsOf(item)) paths.add(path);
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
