import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, SAID, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const BLOCKS: ScenarioDraft['blocks'] = {
  enqueue: {
    type: 'enqueue',
    queue: '상담',
    next: { connected: 'end', timeout: 'end', full: 'end', nobody: 'end', unavailable: 'say' },
  },
  offerCallback: {
    type: 'offerCallback',
    queue: '상담',
    prompts: [SAID],
    next: { accepted: 'end', declined: 'end', unavailable: 'say' },
  },
  joinConference: {
    type: 'joinConference',
    room: '회의',
    next: { ended: 'end', refused: 'end', unavailable: 'say' },
  },
};

for (const [type, first] of Object.entries(BLOCKS)) {
  test(`${type} is left by unavailable at once, and the story says so`, (t) => {
    const call = driveCall(scenarioOf({ first: first as never, say: playBlock('end') }));
    t.deepEqual(call.kinds(), ['play']);
    t.is(call.steps()[0]?.outcome, 'unavailable');
    t.like(call.steps()[1], { block: 'engine/notYetWorking', outcome: type });
  });
}
