import type { BenchCompany, Workbench } from '../../api/scenario/workbench.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { ScenarioHash } from '../../contracts/ids.ts';
import type { PromptCatalog } from '../../contracts/scenario/prompt-item.ts';
import type { Repositories } from '../../db/repositories/index.ts';
import { jsonGate } from '../../ivr-scenarios/lint/json-gate.ts';
import { companyOf } from './company.ts';
import type { JobCompany, JobKind, Jobs } from './job.ts';
import { createJobThread, type JobThread } from './job-thread.ts';
import { NO_CALL, NO_TESTS } from './nothing.ts';

/** The second one answers while the first walks all paths of somebody else's scenario. */
const THREADS = 2;
/** Everything but walking all paths is bounded to far less; who waits this long has met a fault of ours. */
const AT_MOST_MS = 10_000;
/** The explorer stops by itself after 2 s. */
const EXPLORING_MS = 15_000;
/** All paths, and 200 tests of calls with 200 inputs each. */
const TESTING_MS = 30_000;

export type RunningWorkbench = Workbench & { close(): Promise<void> };

/**
 * Works on documents in threads of its own. What is too large or too deep is refused before anything else looks at it: a
 * copy for the thread walks the whole document too (S15). `shipped`: the prompts that come with the product.
 */
export function createWorkbench(tables: Repositories, shipped: PromptCatalog): RunningWorkbench {
  const file = new URL('./bench-thread.ts', import.meta.url);
  const threads = Array.from({ length: THREADS }, () => createJobThread(file, shipped));
  const run = <K extends JobKind>(
    kind: K,
    asked: Jobs[K]['asked'],
    atMostMs = AT_MOST_MS,
  ): Promise<Jobs[K]['answer']> => leastBusy(threads).run(kind, asked, atMostMs);
  const of = (company: BenchCompany, document: unknown): Promise<JobCompany> =>
    companyOf(tables, company, document);
  return {
    async check(company, document, explore) {
      const problems = jsonGate(document);
      if (problems.length > 0) return { problems, exploration: null };
      const asked = { document, explore, company: await of(company, document) };
      return run('check', asked, explore ? EXPLORING_MS : AT_MOST_MS);
    },
    async simulate(company, document, given) {
      const problems = jsonGate(document);
      if (problems.length > 0) return { ...NO_CALL, problems };
      return run('simulate', { document, given, company: await of(company, document) });
    },
    async runTests(company, document, tests) {
      refuse(document);
      const asked = { document, tests: [...tests], company: await of(company, document) };
      return run('runTests', asked, TESTING_MS);
    },
    async publishable(company, document, tests) {
      const problems = jsonGate(document);
      if (problems.length > 0) return { problems, tests: NO_TESTS, version: null };
      const asked = { document, tests: [...tests], company: await of(company, document) };
      const { version, ...found } = await run('publishable', asked, TESTING_MS);
      if (version === null) return { ...found, version };
      return { ...found, version: { ...version, hash: ScenarioHash.parse(version.hash) } };
    },
    async difference(before, after) {
      for (const document of [before, after]) refuse(document);
      return run('difference', { before, after });
    },
    startingPoint: (point) => run('startingPoint', { point }),
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function refuse(document: unknown): void {
  const [problem] = jsonGate(document);
  if (problem !== undefined) throw new CallwrightError('scenario/invalid', problem.message);
}

const leastBusy = (threads: readonly JobThread[]): JobThread =>
  threads.reduce((best, thread) => (thread.load < best.load ? thread : best));
