import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { DialDigits, ScenarioHash } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import {
  canonicalJson,
  checkScenario,
  compileScenario,
  type PromptCatalog,
  PromptCatalog as PromptCatalogSchema,
  type Scenario,
  type ScenarioDraft,
} from '../../ivr-scenarios/authoring.ts';
import { partsColumn } from '../roles/scenario-store.ts';

/** What a fresh installation answers: number → shipped scenario. 070 numbers of a range that is nobody's. */
export type DemoNumber = { digits: string; draft: ScenarioDraft };

const FALLBACK_PROMPT = 'ko/system/fallback.wav';

/** Publishes a scenario under its hash and returns it; the same document again changes nothing. */
export async function publishScenario(
  tables: Repositories,
  draft: ScenarioDraft,
  catalog: PromptCatalog,
): Promise<ScenarioHash> {
  const actor = systemActor('setup');
  const document = accepted(draft, catalog);
  const compiled = compileScenario(document, catalog);
  // The compiled form is in the hash too: new prompt lengths or a new compiler are a new version.
  const text = canonicalJson({ document, compiled });
  const hash = ScenarioHash.parse(createHash('sha256').update(text).digest('hex'));
  const tenant = await tables.tenants.ensureDemoTenant(actor);
  await tables.scenarioVersions.publish(actor, {
    hash,
    tenant,
    name: document.name,
    document,
    parts: partsColumn(compiled),
  });
  return hash;
}

/** A scenario is linted before anybody can call it; what is only a warning may be published. */
function accepted(draft: ScenarioDraft, catalog: PromptCatalog): Scenario {
  const { problems, doc } = checkScenario(draft, catalog);
  const errors = problems.filter(({ severity }) => severity === 'error');
  if (doc !== undefined && errors.length === 0) return doc;
  const words = errors
    .map(({ block, message }) => (block === null ? message : `${block}: ${message}`))
    .join('; ');
  throw new CallwrightError('scenario/invalid', `the scenario is not fit to be published: ${words}`);
}

/** Makes the demo company's numbers lead to the shipped scenarios; one that a person has set stays as he set it. */
export async function publishDemo(
  tables: Repositories,
  numbers: readonly DemoNumber[],
  catalog: PromptCatalog,
): Promise<void> {
  const actor = systemActor('setup');
  const tenant = await tables.tenants.ensureDemoTenant(actor);
  for (const { digits, draft } of numbers) {
    const scenario = await publishScenario(tables, draft, catalog);
    await tables.numbers.seed(actor, {
      digits: DialDigits.parse(digits),
      tenant,
      scenario,
      fallbackPrompt: FALLBACK_PROMPT,
      enabled: true,
    });
  }
}

/** Reads the lengths and texts of the prompts that are in the repository. */
export async function readCatalog(promptsDir: string): Promise<PromptCatalog> {
  return PromptCatalogSchema.parse(JSON.parse(await readFile(`${promptsDir}/manifest.json`, 'utf8')));
}
