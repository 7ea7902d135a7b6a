import test from 'ava';
import { COMMAND_SIGNAL, callWorkflowId } from '../../contracts/call/names.ts';
import { agreeingInput, type Sample, samplesOf, simulated, type Told, toldBy } from './support/agreement.ts';
import { createSandboxRouter } from './support/phone-call.ts';
import { createSandbox, START_AT } from './support/sandbox.ts';
import type { Ground, SimulatedWorld } from './support/simulated-world.ts';
import { createSimulatedWorlds } from './support/simulated-worlds.ts';

const SEED = Number(process.env.FUZZ_SEED ?? 20_260_303);
const CALLS = 280;
/** A few of 320 cannot be compared: somebody hung up while a text was being written down. */
const TRIED = 320;
/** Longer than a call may be. */
const LONGEST_MS = 62 * 60_000;

type Running = { sample: Sample; input: ReturnType<typeof agreeingInput>; world: SimulatedWorld };

/** Runs all samples at once on the workflow's own code, in virtual time. */
async function durable(drawn: readonly Sample[]): Promise<Running[]> {
  const worlds = createSimulatedWorlds();
  const sandbox = await createSandbox({
    ...worlds.activities,
    messageFigures: async () => ({ waiting: 0, open: 0, nextDueAt: null }),
    finishMessage: async () => ({ delivered: 1, failed: 0, unknown: 0, excluded: 0 }),
  });
  const router = createSandboxRouter(sandbox);
  let commands = 0;
  const ground: Ground = {
    now: () => sandbox.clock.now(),
    schedule: (ms, run) => void sandbox.clock.schedule(sandbox.clock.now() + ms, run),
    push: (call, event) => router.push(call, event),
    command(call) {
      commands += 1;
      sandbox.signal(callWorkflowId(call), COMMAND_SIGNAL, [{ id: `${commands}`, command: 'handler' }]);
    },
  };
  try {
    const running = drawn.map((sample, index): Running => {
      const input = agreeingInput(index);
      const { scenario, around } = sample;
      return { sample, input, world: worlds.add({ input, scenario, around: around(), ground }) };
    });
    for (const { input } of running) {
      const arrival = { type: 'arrived' as const, id: `arrival-${input.call}`, at: START_AT, adopted: false };
      router.push(input.call, arrival, input);
      await sandbox.advance(0);
    }
    await sandbox.advance(LONGEST_MS);
    return running;
  } finally {
    await sandbox.close();
  }
}

const told = ({ records }: SimulatedWorld): Told =>
  toldBy(
    records.flatMap((record) => record.steps),
    records.at(-1)?.end?.outcome,
  );

test(`simulation and durable run agree block by block on ${CALLS} random scenarios`, async (t) => {
  t.timeout(480_000);
  const drawn = samplesOf(SEED);
  const samples = Array.from({ length: TRIED }, () => drawn.next().value as Sample);
  const running = await durable(samples);
  const comparable = running.filter(({ world }) => world.incomparable() === undefined).slice(0, CALLS);
  t.is(comparable.length, CALLS);
  for (const [index, { sample, input, world }] of comparable.entries()) {
    const { waited: _waited, ...expected } = simulated(sample, { ...input, at: START_AT });
    t.deepEqual(told(world), expected, `seed ${SEED}, call ${index}`);
  }
});
