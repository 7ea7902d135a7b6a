import test from 'ava';
import fc from 'fast-check';
import { callMessageKey } from '../../contracts/message/names.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { CALL_LIMITS } from '../../contracts/scenario/limits.ts';
import { eventPlans } from '../testing/arbitrary-events.ts';
import { menuBlock, playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';
import { compiledDraft } from '../testing/catalog.ts';
import { type Ride, replay, ride } from '../testing/ride.ts';

type Blocks = ScenarioDraft['blocks'];

const NEXT = { accepted: 'said', refused: 'end', failed: 'end' };
const textBlock = (more: object = {}): Blocks[string] => ({
  type: 'sendMessage',
  text: '예약번호 {{번호}}',
  values: { 번호: { variable: 'booking' } },
  next: NEXT,
  ...more,
});
const texting = (more: object = {}): ScenarioDraft =>
  scenarioOf(
    { first: textBlock(more), said: playBlock('end') },
    {
      variables: {
        booking: { type: 'number', initial: 42 },
        mobile: { type: 'digits', initial: '01012345678' },
      },
    },
  );

test('the caller is texted, with the values that the variables have now', (t) => {
  const call = driveCall(texting({ sender: '0212345678' }));
  t.deepEqual(call.verbs, [
    {
      kind: 'sendMessage',
      verb: 1,
      to: '07012345678',
      text: '예약번호 {{번호}}',
      values: { 번호: '42' },
      sender: '0212345678',
    },
  ]);
});

test('another number comes from a variable, and a template by its name', (t) => {
  const call = driveCall(texting({ to: { variable: 'mobile' }, text: undefined, template: '접수완료' }));
  t.like(call.verbs[0], { to: '01012345678', template: '접수완료' });
});

for (const result of ['accepted', 'refused', 'failed'] as const) {
  test(`a text that is ${result} leaves by that outcome`, (t) => {
    const call = driveCall(texting());
    call.take({ type: 'messaged', result });
    t.is(call.steps()[0]?.outcome, result);
    t.is(call.kinds()[1], result === 'accepted' ? 'play' : 'hangup');
  });
}

test('a lost answer is not asked for again: a second request could be a second text', (t) => {
  const call = driveCall(texting());
  call.take({ type: 'idle' });
  t.deepEqual(call.kinds(), ['sendMessage', 'hangup']);
  t.is(call.steps()[0]?.outcome, 'failed');
});

test('the answer to another verb changes nothing', (t) => {
  const call = driveCall(texting());
  t.deepEqual(call.take({ type: 'messaged', result: 'accepted', verb: 7 }).verbs, []);
});

test('a caller in a loop is not texted without end', (t) => {
  const loop = scenarioOf({
    first: menuBlock({ one: 'text' }),
    text: textBlock({
      next: { accepted: 'first', refused: 'first', failed: 'first' },
      values: { 번호: { literal: 1 } },
    }),
  });
  const call = driveCall(loop);
  for (let round = 0; round <= CALL_LIMITS.texts; round++) {
    call.take({ type: 'collected', result: 'digits', digits: '1' });
    call.take({ type: 'messaged', result: 'accepted' });
  }
  t.is(call.kinds().filter((kind) => kind === 'sendMessage').length, CALL_LIMITS.texts);
  call.take({ type: 'played', result: 'completed' });
  t.deepEqual(call.last().ended, { result: 'server', reason: 'too-long' });
});

test('a replayed call asks for the same texts under the same keys, and never twice under one', (t) => {
  const scenario = compiledDraft(
    scenarioOf({
      first: menuBlock({ one: 'text', noInput: 'text' }),
      text: textBlock({
        next: { accepted: 'first', refused: 'first', failed: 'end' },
        values: { 번호: { literal: 1 } },
      }),
    }),
  );
  const keysOf = ({ verbs }: Ride): string[] =>
    verbs.filter(({ kind }) => kind === 'sendMessage').map(({ verb }) => callMessageKey('call', verb));
  let texts = 0;
  fc.assert(
    fc.property(eventPlans, (plans) => {
      const first = ride(scenario, plans);
      const keys = keysOf(first);
      texts += keys.length;
      t.is(new Set(keys).size, keys.length);
      t.deepEqual(keysOf(replay(scenario, first.events)), keys);
    }),
    { numRuns: 500 },
  );
  t.true(texts > 100);
});
