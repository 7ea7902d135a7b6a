import { Scenario, type ScenarioDraft } from '../../contracts/scenario/document.ts';
import type { CompiledScenario } from '../../contracts/scenario/part.ts';
import { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import manifest from '../../prompts/manifest.json' with { type: 'json' };
import { compileScenario } from '../compile/compile.ts';

/** The shipped prompts, from the repository's manifest. For tests and benchmarks. */
export function shippedPrompts(): PromptCatalog {
  return PromptCatalog.parse(manifest);
}

/** Parses and compiles a document with the shipped prompts. */
export function compiledDraft(draft: ScenarioDraft, catalog = shippedPrompts()): CompiledScenario {
  return compileScenario(Scenario.parse(draft), catalog);
}
