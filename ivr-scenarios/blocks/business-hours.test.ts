import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const ID = '7f3f0b62-6a44-4a53-9d1c-0d3e3bf7d7a1';
const asking = (calendar: string | { company: string } | { of: 'number' }): ScenarioDraft =>
  scenarioOf({
    first: {
      type: 'businessHours',
      calendar,
      next: { open: 'say', closed: 'end', lunch: 'end', holiday: 'end' },
    },
    say: playBlock('end'),
  });

for (const [calendar, asked] of [
  ['office', 'office'],
  [{ company: ID }, { company: ID }],
  [{ of: 'number' }, { number: '15880000' }],
] as const) {
  test(`${JSON.stringify(calendar)} is asked as ${JSON.stringify(asked)}`, (t) => {
    t.deepEqual(driveCall(asking(calendar)).verbs, [
      { kind: 'businessHours', verb: 1, calendar: asked },
    ] as never);
  });
}

test('the verdict is the outcome', (t) => {
  for (const verdict of ['open', 'closed', 'lunch', 'holiday'] as const) {
    const call = driveCall(asking('office'));
    call.take({ type: 'hours', verdict });
    t.is(call.steps()[0]?.outcome, verdict);
  }
});

test('an answer that was lost is asked for again', (t) => {
  const call = driveCall(asking('office'));
  call.take({ type: 'idle', at: call.now() + 5_000 });
  t.deepEqual(call.kinds(), ['businessHours', 'businessHours']);
});
