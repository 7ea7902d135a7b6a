import test from 'ava';
import fc from 'fast-check';
import type { MessageChannel } from '../../contracts/message/kinds.ts';
import type { ProviderWord, SendVerdict } from '../../contracts/message/provider.ts';
import type { Repositories } from '../repositories/index.ts';
import { acceptSample, NOON, samplePlan, sampleRecipient, verifySender } from '../testing/message-samples.ts';
import { system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';

const db = useTestDatabase(test, {
  async prepare(repositories) {
    await repositories.tenants.ensureDemoTenant(system);
    await verifySender(repositories);
  },
});

const MINUTE = 60_000;

/**
 * A provider that reports in any order and as often as it likes, and a worker that may die before or after the texts have
 * left. Relied on: "absent" is only said of what the provider has not taken, and a hand-over that is older than
 * `staleSubmittedMs` is dead. `taken`: how often each text reached the provider.
 */
type World = {
  message: string;
  now: number;
  /** Hand-overs that have no verdicts yet. */
  hands: { batch: string; at: number; refs: string[] }[];
  taken: Map<string, number>;
  /** Answers of look-ups that arrive a second time, later. */
  late: ProviderWord[];
};

type Step =
  | { do: 'claim'; limit: number }
  | {
      do: 'verdicts';
      dies: boolean;
      fates: readonly ('accepted' | 'refused' | 'later' | 'unknown' | 'lost')[];
    }
  | { do: 'words'; picks: readonly { nth: number; kind: 'accepted' | 'delivered' | 'failed' }[] }
  | { do: 'look-up' }
  | { do: 'resend' }
  | { do: 'close' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('claim'), limit: fc.integer({ min: 1, max: 4 }) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('verdicts'),
      dies: fc.boolean(),
      fates: fc.array(fc.constantFrom('accepted', 'refused', 'later', 'unknown', 'lost'), {
        minLength: 1,
        maxLength: 4,
      }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('words'),
      picks: fc.array(
        fc.record({ nth: fc.nat(30), kind: fc.constantFrom('accepted', 'delivered', 'failed') }),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('look-up') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resend') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close') }) },
) as fc.Arbitrary<Step>;

const take = (world: World, ref: string): void => {
  world.taken.set(ref, (world.taken.get(ref) ?? 0) + 1);
};

async function run(tables: Repositories, world: World, action: Step): Promise<void> {
  const { messageSends, messages } = tables;
  const { message, now } = world;
  switch (action.do) {
    case 'claim': {
      const { batch, texts } = await messageSends.claim(system, message, { limit: action.limit, now });
      if (batch === null) return;
      world.hands.push({ batch, at: now, refs: texts.map((text) => text.ref) });
      return;
    }
    case 'verdicts': {
      const hand = world.hands.shift();
      if (hand === undefined || now - hand.at >= MINUTE) return;
      const verdicts = hand.refs.map((ref, index) =>
        verdictOf(world, ref, action.fates[index % action.fates.length] ?? 'lost'),
      );
      if (!action.dies) await messageSends.settleVerdicts(system, hand.batch, verdicts.flat(), now);
      return;
    }
    case 'words': {
      const words = [...action.picks.flatMap(({ nth, kind }) => wordOf(world, nth, kind)), ...world.late];
      await messageSends.applyWords(system, 'outbox', [...words, ...words.toReversed()], now);
      return;
    }
    case 'look-up': {
      const asked = { staleSubmittedMs: MINUTE, pollMs: 0, now, limit: 50 };
      const questions = await messageSends.open(system, message, asked);
      const words = questions.map(
        ({ ref }): ProviderWord =>
          world.taken.has(ref)
            ? { by: { ref }, kind: 'accepted', providerId: ref }
            : { by: { ref }, kind: 'absent' },
      );
      await messageSends.applyWords(system, 'outbox', words, now);
      world.late.push(...words);
      return;
    }
    case 'resend': {
      const round = (await messages.detail(system, message))?.round ?? 0;
      await Promise.all([1, 2].map(() => messages.resend(system, message, round)));
      return;
    }
    case 'close':
      await messageSends.closeOverdue(system, message, 10 * MINUTE, now);
  }
}

/** `lost`: it was taken, and the answer did not come back. `unknown`: it was not, and nobody knows. */
function verdictOf(world: World, ref: string, fate: string): SendVerdict[] {
  if (fate === 'accepted' || fate === 'lost') take(world, ref);
  switch (fate) {
    case 'accepted':
      return [{ ref, kind: 'accepted', providerId: ref }];
    case 'refused':
      return [{ ref, kind: 'refused', code: 'x', reason: 'x' }];
    case 'later':
      return [{ ref, kind: 'later', afterMs: 0, reason: 'x' }];
    default:
      return [{ ref, kind: 'unknown', reason: 'x' }];
  }
}

/** Reports are about what was taken; who reports may name the text by either of its names. */
function wordOf(world: World, nth: number, kind: 'accepted' | 'delivered' | 'failed'): ProviderWord[] {
  const taken = [...world.taken.keys()];
  const ref = taken[nth % Math.max(1, taken.length)];
  if (ref === undefined) return [];
  const by = nth % 2 === 0 ? { ref } : { providerId: ref };
  if (kind === 'accepted') return [{ by, kind, providerId: ref }];
  if (kind === 'delivered') return [{ by, kind, at: world.now }];
  return [{ by, kind, at: world.now, code: 'x', reason: 'x' }];
}

type SendState = { recipient: string; round: number; step: number; channel: MessageChannel; state: string };

/** What must hold after every step, whatever the provider did. */
async function check(world: World, people: number): Promise<string[]> {
  const { knex } = db().database;
  const { message } = world;
  const wrong: string[] = [];
  for (const [ref, times] of world.taken) if (times > 1) wrong.push(`taken ${times} times: ${ref}`);
  const sends: SendState[] = await knex('message_sends')
    .where({ message })
    .orderBy(['recipient', 'round', 'step']);
  const groups = Object.groupBy(sends, ({ recipient, round }) => `${recipient} ${round}`);
  for (const [name, group = []] of Object.entries(groups)) {
    const live = group.filter(({ state }) => state !== 'failed');
    if (live.length > 1) wrong.push(`two under way: ${name}`);
    if (group.length > 1 && !(group[0]?.channel === 'alimtalk' && group[0].state === 'failed'))
      wrong.push(`a second send without a failed Alimtalk: ${name}`);
  }
  const last = new Map(sends.map((send) => [send.recipient, send.state]));
  const outcomes = await knex('message_recipients').where({ message }).select('id', 'outcome');
  for (const { id, outcome } of outcomes) {
    const state = last.get(id) ?? '';
    const expected = ['delivered', 'failed', 'unknown'].includes(state) ? state : 'pending';
    if (outcome !== expected) wrong.push(`${outcome} with a send that is ${state}`);
  }
  const counts = (await db().repositories.messages.detail(system, message))?.counts;
  const counted = Object.groupBy(outcomes, ({ outcome }: { outcome: string }) => outcome);
  for (const outcome of ['pending', 'delivered', 'failed', 'unknown'] as const)
    if (counts?.[outcome] !== (counted[outcome]?.length ?? 0)) wrong.push(`counts of ${outcome}`);
  if (counts?.total !== people) wrong.push('total');
  const [used] = await knex('usage_events')
    .whereIn('ref', knex('message_sends').where({ message }).select(knex.raw("'message-send/' || id")))
    .count<{ count: string }[]>({ count: '*' });
  const delivered = sends.filter(({ state }) => state === 'delivered').length;
  if (Number(used?.count) !== delivered) wrong.push('usage');
  return wrong;
}

test('whatever a provider says and whenever: nobody is texted twice, and the figures agree', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom<MessageChannel>('sms', 'alimtalk'), { minLength: 1, maxLength: 4 }),
      fc.array(step, { minLength: 5, maxLength: 25 }),
      async (channels, steps) => {
        const people = channels.map((channel, index) => sampleRecipient(index + 1, channel));
        const message = await acceptSample(db().repositories, samplePlan(people, { channel: 'alimtalk' }));
        const world: World = { message, now: NOON, hands: [], taken: new Map(), late: [] };
        for (const action of steps) {
          world.now += MINUTE / 4;
          await run(db().repositories, world, action);
        }
        const wrong = await check(world, people.length);
        if (wrong.length > 0) throw new Error(wrong.join('\n'));
      },
    ),
    { numRuns: 100 },
  );
  t.pass();
});
