import test from 'ava';
import type { MessageProvider } from '../../contracts/message/provider.ts';
import { createCountingProvider, someTexts } from '../testing/counting-provider.ts';
import { createModelLedger } from '../testing/model-ledger.ts';
import type { MessageWorld } from './ledger.ts';
import { createLookUp } from './look-up.ts';
import { createSubmitNext } from './submit-next.ts';

const INPUT = { message: 'message', tenant: 'tenant' };

function world(count: number, own: Partial<MessageProvider> = {}) {
  const clock = { now: 1_000_000 };
  const warnings: string[] = [];
  const ledger = createModelLedger(someTexts(count), () => clock.now);
  const provider = createCountingProvider(own);
  const parts: MessageWorld = {
    ledger,
    provider,
    now: () => clock.now,
    pause: async () => undefined,
    heartbeat: () => undefined,
    warn: (what) => void warnings.push(what),
  };
  return {
    clock,
    warnings,
    ledger,
    provider,
    submit: () => createSubmitNext(parts)(INPUT),
    lookUp: () => createLookUp(parts)(INPUT),
    states: () => ledger.sends.map(({ state }) => state),
  };
}

test('a batch is claimed before it leaves, and its verdicts are written', async (t) => {
  const { ledger, provider, submit, states } = world(12);
  const send = provider.send;
  provider.send = (batch) => {
    t.deepEqual(new Set(states().slice(0, 10)), new Set(['submitting']));
    return send(batch);
  };
  t.like(await submit(), { handed: 10, holdMs: 0, figures: { waiting: 2, open: 10 } });
  t.is(ledger.sends.filter(({ state }) => state === 'accepted').length, 10);
});

test('a provider that throws has perhaps accepted: nothing is sent again', async (t) => {
  const own = world(3);
  own.provider.send = async ({ texts }) => {
    own.provider.accept(texts);
    throw new Error('connection lost');
  };
  await own.submit();
  t.deepEqual(own.states(), ['submitting', 'submitting', 'submitting']);
  t.like(await own.submit(), { handed: 0 });
  t.deepEqual([...own.provider.accepted.values()], [1, 1, 1]);
});

test('a text that the provider does not mention is unknown, one it mentions twice has its first verdict', async (t) => {
  const { submit, states } = world(2, {
    send: async () => [
      { ref: 'ref-1', kind: 'refused', code: 'X', reason: 'no' },
      { ref: 'ref-1', kind: 'accepted', providerId: 'p' },
      { ref: 'of-nobody', kind: 'accepted', providerId: 'q' },
    ],
  });
  await submit();
  t.deepEqual(states(), ['submitting', 'failed']);
});

test('what takes too long before it leaves is put back, and does not leave', async (t) => {
  const own = world(2);
  own.provider.prepare = async () => {
    own.clock.now += 6_000;
    return { handle: 'group' };
  };
  t.like(await own.submit(), { handed: 0, holdMs: 1_000 });
  t.deepEqual(own.states(), ['waiting', 'waiting']);
  t.is(own.provider.accepted.size, 0);
});

test('a group that cannot be opened sends nothing and waits as long as it is told', async (t) => {
  const { submit, states, provider } = world(1, {
    prepare: async () => ({ kind: 'later', afterMs: 9_000, reason: 'rate limit' }),
  });
  t.like(await submit(), { handed: 0, holdMs: 9_000 });
  t.deepEqual(states(), ['waiting']);
  t.is(provider.accepted.size, 0);
});

test('texts that were put off do not hold back the others of a batch', async (t) => {
  const { submit } = world(2, {
    send: async () => [
      { ref: 'ref-0', kind: 'later', afterMs: 60_000, reason: 'busy' },
      { ref: 'ref-1', kind: 'accepted', providerId: 'p' },
    ],
  });
  t.like(await submit(), { handed: 1, holdMs: 0 });
});

test('a database that goes away after the hand-over makes nothing fail', async (t) => {
  const { submit, ledger, provider, states } = world(1);
  let tries = 0;
  ledger.before = (name) => {
    if (name !== 'settleVerdicts') return;
    tries += 1;
    if (tries < 3) throw new Error('no database');
  };
  t.like(await submit(), { handed: 1, figures: { open: 1 } });
  t.deepEqual(states(), ['accepted']);
  t.is(provider.accepted.size, 1);
});

test('a database that stays away leaves the verdict to a look-up', async (t) => {
  const { submit, ledger, states, warnings } = world(1);
  ledger.before = (name) => {
    if (name === 'settleVerdicts') throw new Error('no database');
  };
  t.like(await submit(), { handed: 1, figures: undefined });
  t.deepEqual(states(), ['submitting']);
  t.is(warnings.at(-1), 'verdicts of a hand-over were not written');
});

test('a look-up finds what was accepted without an answer, and only "absent" is sent again', async (t) => {
  const own = world(4);
  own.provider.send = async ({ texts }) => {
    own.provider.accept(texts.slice(0, 2));
    throw new Error('timed out');
  };
  await own.submit();
  own.clock.now += 10_000;
  t.like(await own.lookUp(), { asked: 4, learnt: 2 });
  t.deepEqual(own.states().slice(2), ['submitting', 'submitting'], 'a late request may still be on its way');
  own.clock.now += 10_000;
  t.like(await own.lookUp(), { asked: 2, learnt: 2 });
  t.deepEqual(own.states(), ['delivered', 'delivered', 'waiting', 'waiting']);
});

test('"absent" is not believed of a text that has an id of the provider', async (t) => {
  const own = world(1);
  await own.submit();
  own.provider.accepted.clear();
  own.clock.now += 2_000;
  t.like(await own.lookUp(), { asked: 1, learnt: 0 });
  t.deepEqual(own.states(), ['accepted']);
});

test('a provider that throws in a look-up has said nothing', async (t) => {
  const own = world(1, { lookup: () => Promise.reject(new Error('away')) });
  await own.submit();
  own.clock.now += 2_000;
  t.like(await own.lookUp(), { asked: 1, learnt: 0, figures: { open: 1 } });
  t.deepEqual(own.warnings, ['a provider threw in a look-up']);
});

test('what nobody reports for long is unknown in the end', async (t) => {
  const own = world(1, { lookup: async () => [] });
  await own.submit();
  own.clock.now += 3_600_001;
  await own.lookUp();
  t.deepEqual(own.states(), ['unknown']);
});
