import { CallwrightError } from '../../contracts/errors.ts';

type Run = (env: NodeJS.ProcessEnv) => Promise<void>;

/** Loaded one by one: a role pays only for what it uses, and a restart under live calls is quick. */
const ROLES: Record<string, () => Promise<Run>> = {
  'flow-worker': async () => (await import('./flow-worker.ts')).runFlowWorker,
  'switch-worker': async () => (await import('./switch-worker.ts')).runSwitchWorker,
  'media-worker': async () => (await import('./media-worker.ts')).runMediaWorker,
  api: async () => (await import('./api.ts')).runApi,
  setup: async () => (await import('./setup.ts')).runSetup,
  simulator: async () => (await import('./simulator.ts')).runSimulator,
};

/** Runs one role in this process until it is told to end. */
export async function runRole(name: string, env: NodeJS.ProcessEnv): Promise<void> {
  const load = Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
  if (load === undefined) {
    throw new CallwrightError(
      'config/invalid',
      `there is no role ${name}: choose one of ${Object.keys(ROLES).join(', ')}`,
    );
  }
  const run = await load();
  await run(env);
}
