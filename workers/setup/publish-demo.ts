import { readFile } from 'node:fs/promises';
import { systemActor } from '../../contracts/api/actor.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { DialDigits, ScenarioHash } from '../../contracts/ids.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import type { ShippedScenario } from '../../db/repositories/scenario-seed.ts';
import {
  checkScenario,
  type PromptCatalog,
  PromptCatalog as PromptCatalogSchema,
  type Scenario,
  type ScenarioDraft,
} from '../../ivr-scenarios/authoring.ts';
import { versionOf } from '../scenario/version.ts';

/** What a fresh installation answers: number → shipped scenario. 070 numbers of a range that is nobody's. */
export type DemoNumber = { digits: string; draft: ScenarioDraft };

const actor = systemActor('setup');
const FALLBACK_PROMPT = 'ko/system/fallback.wav';

/** Publishes a scenario under its hash and returns it; the same document again changes nothing. */
export async function publishScenario(
  tables: Repositories,
  draft: ScenarioDraft,
  catalog: PromptCatalog,
): Promise<ScenarioHash> {
  const version = await shippedVersion(tables, draft, catalog);
  await tables.scenarioVersions.publish(actor, version);
  return version.hash;
}

async function shippedVersion(
  tables: Repositories,
  draft: ScenarioDraft,
  catalog: PromptCatalog,
): Promise<ShippedScenario> {
  const document = accepted(draft, catalog);
  const { hash, parts } = versionOf(document, catalog);
  const tenant = await tables.tenants.ensureDemoTenant(actor);
  return { hash: ScenarioHash.parse(hash), tenant, name: document.name, document, parts };
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

/**
 * Makes the demo company's numbers follow the shipped scenarios; a number that a person has set stays as he set it, and so
 * does a scenario.
 */
export async function publishDemo(
  tables: Repositories,
  numbers: readonly DemoNumber[],
  catalog: PromptCatalog,
): Promise<void> {
  const seeded = new Map<string, ScenarioHash>();
  for (const { digits, draft } of numbers) {
    const version = await shippedVersion(tables, draft, catalog);
    const { tenant, name, hash } = version;
    // A scenario has one live version: of two drafts of one name only the first can be followed.
    const follow = (seeded.get(name) ?? hash) === hash;
    seeded.set(name, hash);
    const scenario = follow ? await tables.scenarios.seed(actor, version) : undefined;
    if (!follow) await tables.scenarioVersions.publish(actor, version);
    await tables.numbers.seed(actor, {
      digits: DialDigits.parse(digits),
      tenant,
      scenario: scenario?.live ?? hash,
      follows: scenario?.id ?? null,
      fallbackPrompt: FALLBACK_PROMPT,
      enabled: true,
    });
  }
}

/** Reads the lengths and texts of the prompts that are in the repository. */
export async function readCatalog(promptsDir: string): Promise<PromptCatalog> {
  return PromptCatalogSchema.parse(JSON.parse(await readFile(`${promptsDir}/manifest.json`, 'utf8')));
}
