import test from 'ava';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

test('the recording is told and not waited for', (t) => {
  const call = driveCall(
    scenarioOf({
      first: { type: 'recording', action: 'start', next: { done: 'mask' } },
      mask: { type: 'recording', action: 'mask', next: { done: 'say' } },
      say: playBlock('end'),
    }),
  );
  t.deepEqual(
    call.verbs.map((verb) => (verb.kind === 'callRecording' ? verb.action : verb.kind)),
    ['start', 'mask', 'play'],
  );
});
