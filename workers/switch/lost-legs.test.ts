import test from 'ava';
import { CallId, CoreUuid } from '../../contracts/ids.ts';
import { createLegWatch } from './lost-legs.ts';

const LEG = CallId.parse('6b1f5c70-0d5a-4f43-9c3e-1d2f3a4b5c6d');
const [A, B] = ['0', '1'].map((first) => CoreUuid.parse(`${first}f7a2f4e-1111-4222-8333-444455556666`)) as [
  CoreUuid,
  CoreUuid,
];
const SENT_AT = 1_000_000;

/** Looks `afterMs` after the leg was dialled; returns the lost legs. */
function createLooks(): (
  afterMs: number,
  own?: { core?: CoreUuid; lives?: boolean; open?: boolean },
) => CallId[] {
  const watch = createLegWatch();
  return (afterMs, { core = A, lives = false, open = true } = {}) =>
    watch({
      core,
      observedAt: SENT_AT + afterMs,
      open: open ? [{ leg: LEG, ageMs: afterMs }] : [],
      lives: () => lives,
    });
}

test('a leg is lost at the second look in a row', (t) => {
  const look = createLooks();
  t.deepEqual(look(10_000), []);
  t.deepEqual(look(20_000, { lives: true }), []);
  t.deepEqual(look(30_000), []);
  t.deepEqual(look(40_000), [LEG]);
  t.deepEqual(look(50_000), [LEG], 'until its workflow has settled it');
  t.deepEqual(look(60_000, { open: false }), []);
  t.deepEqual(look(70_000), [], 'forgotten');
});

test('a leg that has just been dialled is not missed yet', (t) => {
  const look = createLooks();
  for (const afterMs of [1_000, 2_000, 4_999]) t.deepEqual(look(afterMs), []);
  t.deepEqual(look(5_000), []);
  t.deepEqual(look(6_000), [LEG]);
});

test('after a change of core the legs from before are lost at once, the younger ones as soon as they may be', (t) => {
  const look = createLooks();
  t.deepEqual(look(-1_000, { open: false }), []);
  t.deepEqual(look(10_000, { core: B }), [LEG]);
  const young = createLooks();
  t.deepEqual(young(-1_000, { open: false }), []);
  t.deepEqual(young(2_000, { core: B }), []);
  t.deepEqual(young(12_000, { core: B }), [LEG]);
});

test('a leg that was dialled in the new life of the switch gets its two looks', (t) => {
  const look = createLooks();
  t.deepEqual(look(-20_000, { open: false }), []);
  t.deepEqual(look(-10_000, { core: B, open: false }), []);
  t.deepEqual(look(10_000, { core: B }), []);
  t.deepEqual(look(20_000, { core: B }), [LEG]);
});
