import test from 'ava';
import { createSwitches } from '../shared/switch-port.ts';
import {
  channelWith,
  createFakeSwitch,
  type FakeSwitch,
  LEG,
  NODE,
  noSuchChannel,
} from '../testing/fake-switch.ts';
import { createGreet } from './greet.ts';

const greet = ({ port }: FakeSwitch) => createGreet(createSwitches([port]))({ leg: LEG, node: NODE });

test('who answers hears one prompt, and the switch hangs up behind it', async (t) => {
  const fake = createFakeSwitch(channelWith({}));
  t.deepEqual(await greet(fake), { status: 'issued' });
  t.deepEqual(
    fake.lines().filter((line) => line.startsWith('sendmsg')),
    ['sendmsg playback /prompts/ko/main/greeting.wav', 'sendmsg hangup NORMAL_CLEARING'],
  );
  t.regex(fake.lines()[1] ?? '', /^uuid_setvar_multi \S+ cw_verb=1;/);
});

test('a leg that was told already is left alone', async (t) => {
  const fake = createFakeSwitch(channelWith({ cw_verb: '1' }));
  t.deepEqual(await greet(fake), { status: 'repeated' });
  t.is(fake.batches.length, 1);
});

test('nobody is there any more', async (t) => {
  t.deepEqual(await greet(createFakeSwitch(noSuchChannel)), { status: 'no-channel' });
});
