import test, { type ExecutionContext } from 'ava';
import { createMessageActivities } from '../../activities/message/message-activities.ts';
import {
  type CountingProvider,
  createCountingProvider,
  someTexts,
} from '../../activities/testing/counting-provider.ts';
import { createModelLedger, type ModelLedger } from '../../activities/testing/model-ledger.ts';
import { MESSAGE_NEWS_SIGNAL, MESSAGE_WORKFLOW, messageWorkflowId } from '../../contracts/message/names.ts';
import { createSandbox, type Sandbox, START_AT } from './support/sandbox.ts';
import { twice } from './support/twice.ts';

const INPUT = { message: '3c1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d', tenant: 'tenant' };
const ID = messageWorkflowId(INPUT.message);
const MINUTE = 60_000;

type World = {
  sandbox: Sandbox;
  ledger: ModelLedger;
  provider: CountingProvider;
  /** How often each activity ran. */
  calls: Record<string, number>;
  tell(): void;
};
type Plan = {
  texts: number;
  dueAt?: number;
  prepare?(world: World): void;
};

async function begin({ texts, dueAt, prepare }: Plan): Promise<World> {
  const clock = { now: (): number => START_AT };
  const ledger = createModelLedger(someTexts(texts), () => clock.now(), dueAt);
  const provider = createCountingProvider();
  const activities = createMessageActivities(
    {
      ledger,
      provider,
      now: () => clock.now(),
      pause: async () => undefined,
      heartbeat: () => undefined,
      warn: () => undefined,
    },
    async () => ({ id: INPUT.message }),
  );
  const calls: Record<string, number> = {};
  const counted = Object.entries(activities).map(([name, run]) => [
    name,
    (request: never) => {
      calls[name] = (calls[name] ?? 0) + 1;
      return (run as (request: never) => Promise<unknown>)(request);
    },
  ]);
  const sandbox = await createSandbox(Object.fromEntries(counted));
  clock.now = sandbox.clock.now;
  const world = { sandbox, ledger, provider, calls, tell: () => sandbox.signal(ID, MESSAGE_NEWS_SIGNAL, []) };
  prepare?.(world);
  await sandbox.start(MESSAGE_WORKFLOW, ID, [INPUT]);
  await sandbox.advance(0);
  return world;
}

const aMessage = (
  plan: () => Plan,
  script: (t: ExecutionContext, world: World) => Promise<void>,
): ReturnType<typeof twice> =>
  twice(async (t) => {
    const world = await begin(plan());
    await script(t, world);
    await world.sandbox.close();
    return world.sandbox.commands();
  });

const all = ({ provider }: World): number[] => [...provider.accepted.values()];

test(
  'everybody is texted once, and the message ends with the figures of the ledger',
  aMessage(
    () => ({ texts: 25 }),
    async (t, world) => {
      await world.sandbox.advance(5 * MINUTE);
      t.deepEqual(all(world), Array(25).fill(1));
      t.deepEqual(world.sandbox.run(ID)?.result, { delivered: 25, failed: 0, unknown: 0, excluded: 0 });
      t.is(world.calls['submitNext'], 3);
    },
  ),
);

test(
  'a message of later goes at its time, not before',
  aMessage(
    () => ({ texts: 1, dueAt: START_AT + 90 * MINUTE }),
    async (t, world) => {
      await world.sandbox.advance(90 * MINUTE - 1);
      t.deepEqual(all(world), []);
      await world.sandbox.advance(1_000);
      t.deepEqual(all(world), [1]);
    },
  ),
);

test(
  'a message that was called off before ends without a text',
  aMessage(
    () => ({ texts: 2, dueAt: START_AT + 90 * MINUTE }),
    async (t, world) => {
      for (const send of world.ledger.sends) send.state = 'cancelled';
      world.tell();
      await world.sandbox.advance(1_000);
      t.is(world.sandbox.run(ID)?.status, 'completed');
      t.deepEqual(all(world), []);
    },
  ),
);

test(
  'a report ends it at once, without a look-up',
  aMessage(
    () => ({ texts: 1 }),
    async (t, world) => {
      for (const send of world.ledger.sends) send.state = 'delivered';
      world.tell();
      await world.sandbox.advance(100);
      t.is(world.sandbox.run(ID)?.status, 'completed');
      t.is(world.calls['lookUp'], undefined);
    },
  ),
);

test(
  'a fall-back that a report has brought about goes at once',
  aMessage(
    () => ({
      texts: 2,
      prepare: ({ ledger }) => Object.assign(ledger.sends[1] ?? {}, { state: 'cancelled' }),
    }),
    async (t, world) => {
      Object.assign(world.ledger.sends[0] ?? {}, { state: 'failed' });
      Object.assign(world.ledger.sends[1] ?? {}, { state: 'waiting' });
      world.tell();
      await world.sandbox.advance(100);
      t.deepEqual([...world.provider.accepted.keys()], ['ref-0', 'ref-1']);
      t.deepEqual(all(world), [1, 1]);
    },
  ),
);

test(
  'a reply that was lost is looked up, and nothing is sent again',
  aMessage(
    () => ({
      texts: 10,
      prepare: ({ provider }) => {
        provider.send = async ({ texts }) => {
          provider.accept(texts.slice(0, 4));
          provider.send = async (batch) => provider.accept(batch.texts);
          throw new Error('no reply');
        };
      },
    }),
    async (t, world) => {
      await world.sandbox.advance(10 * MINUTE);
      t.deepEqual(all(world), Array(10).fill(1));
      t.like(world.sandbox.run(ID)?.result, { delivered: 10 });
    },
  ),
);

test(
  'a provider that holds back is asked again after its pause, not in a flood',
  aMessage(
    () => ({
      texts: 30,
      prepare: ({ provider }) => {
        provider.send = async ({ texts }) =>
          texts.map(({ ref }) => ({ ref, kind: 'later', afterMs: 10_000, reason: 'rate limit' }));
      },
    }),
    async (t, world) => {
      await world.sandbox.advance(MINUTE);
      const tries = world.calls['submitNext'] ?? 0;
      t.true(tries >= 3 && tries <= 7, `${tries} tries`);
      world.provider.send = async (batch) => world.provider.accept(batch.texts);
      await world.sandbox.advance(10 * MINUTE);
      t.deepEqual(all(world), Array(30).fill(1));
    },
  ),
);

test(
  'a message whose reports never come goes on through many runs, and ends as unknown',
  aMessage(
    () => ({ texts: 1, prepare: ({ provider }) => void Object.assign(provider, { lookup: async () => [] }) }),
    async (t, world) => {
      for (let news = 0; news < 700; news += 1) {
        world.tell();
        await world.sandbox.advance(1_000);
      }
      t.true(world.sandbox.runs().length > 1, `${world.sandbox.runs().length} runs`);
      t.is(world.sandbox.run(ID)?.status, 'running');
      await world.sandbox.advance(2 * 3_600_000);
      t.like(world.sandbox.run(ID)?.result, { unknown: 1 });
      t.deepEqual(all(world), [1]);
    },
  ),
);
