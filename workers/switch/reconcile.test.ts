import test from 'ava';
import { CallId, CoreUuid } from '../../contracts/ids.ts';
import type { ChannelRow } from '../../freeswitch/commands/index.ts';
import { isOurs, type KnownCall, lostEvent, type Plan, planReconcile } from './reconcile.ts';

const NOW = 1_000_000;
const CORE = CoreUuid.parse('0f7a2f4e-1111-4222-8333-444455556666');
const OTHER = CoreUuid.parse('1f7a2f4e-1111-4222-8333-444455556666');
const CALL = CallId.parse('6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');

const channel = (ageMs: number, uuid: string = CALL): ChannelRow =>
  ({ uuid, createdAt: NOW - ageMs }) as unknown as ChannelRow;
const known = (own: Partial<KnownCall> = {}): KnownCall => ({
  call: CALL,
  core: CORE,
  leg: false,
  state: 'active',
  ageMs: 60_000,
  ...own,
});
/** The parts of the plan that name the call. */
const fates = (plan: Plan): string[] =>
  Object.entries(plan).flatMap(([fate, calls]) => (calls.includes(CALL) ? [fate] : []));

/** channel's age or none, what we know or nothing → fates. */
const TABLE: [string, number | undefined, Partial<KnownCall> | undefined, string[]][] = [
  ['both live', 60_000, {}, ['alive']],
  ['a channel that no call knows', 60_000, undefined, ['strangers']],
  ['a channel that is too young to be known', 3_000, undefined, []],
  ['a call without a channel', undefined, {}, ['missing']],
  ['a call that is too young to be looked for', undefined, { ageMs: 3_000 }, []],
  ['a call of an earlier life of the switch', undefined, { core: OTHER }, ['ofAnotherCore']],
  ['the same, however young', undefined, { core: OTHER, ageMs: 10 }, ['ofAnotherCore']],
  ['a row that was never started', 60_000, { state: 'starting' }, ['strangers', 'alive']],
  ['a row that is just being started', 2_000, { state: 'starting', ageMs: 2_000 }, ['alive']],
];

for (const [what, age, row, expected] of TABLE) {
  test(`${what}: ${expected.join(' and ') || 'left alone'}`, (t) => {
    const channels = age === undefined ? [] : [channel(age)];
    const plan = planReconcile(channels, row === undefined ? [] : [known(row)], CORE, NOW);
    t.deepEqual(fates(plan), expected);
  });
}

test('a young channel that nobody heard arrive is a stranger, one whose arrival we handle is not', (t) => {
  t.deepEqual(fates(planReconcile([channel(100)], [], CORE, NOW, () => false)), ['strangers']);
  t.deepEqual(fates(planReconcile([channel(100)], [], CORE, NOW, () => true)), []);
});

test('a channel is ours once it is parked, was told something, or is old', (t) => {
  const at = (application: string, ageMs = 100): ChannelRow => ({ ...channel(ageMs), application });
  t.true(isOurs(at('park'), false, NOW));
  t.true(isOurs(at('play_and_get_digits'), true, NOW));
  t.false(isOurs(at('ring_ready'), false, NOW));
  t.true(isOurs(at('ring_ready', 6_000), false, NOW));
});

test('a channel whose name is no uuid is nobody of ours', (t) => {
  const plan = planReconcile([channel(60_000, 'conference-1')], [], CORE, NOW);
  t.deepEqual(Object.values(plan).flat(), []);
});

test('the event of a loss is the same from every switch worker', (t) => {
  t.is(lostEvent(CALL, 1, 'channel-gone').id, lostEvent(CALL, 99, 'channel-gone').id);
});
