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
import { createBeginRecording } from './begin-recording.ts';

const begin = ({ port }: FakeSwitch) =>
  createBeginRecording(createSwitches([port]))({ leg: LEG, node: NODE });

test('who picks up is told what to do, recorded until # or silence, and hung up', async (t) => {
  const fake = createFakeSwitch(channelWith({}));
  t.deepEqual(await begin(fake), { status: 'issued' });
  t.deepEqual(
    fake.lines().filter((line) => line.startsWith('sendmsg')),
    [
      'sendmsg playback file_string:///prompts/ko/main/leave-message.wav!tone_stream://%(200,50,1000)',
      `sendmsg record /recordings/${LEG}-v1.wav 300 200 5`,
      'sendmsg playback tone_stream://%(200,50,1000)',
      'sendmsg hangup NORMAL_CLEARING',
    ],
  );
  t.true(fake.lines().some((line) => /playback_terminators=#/.test(line)));
});

test('a leg that was told already is left alone, and so is one that is gone', async (t) => {
  const told = createFakeSwitch(channelWith({ cw_verb: '1' }));
  t.deepEqual(await begin(told), { status: 'repeated' });
  t.is(told.batches.length, 1);
  t.deepEqual(await begin(createFakeSwitch(noSuchChannel)), { status: 'no-channel' });
});
