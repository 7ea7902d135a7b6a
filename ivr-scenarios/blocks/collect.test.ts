import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { playBlock, SAID, SAID_SILENT, SAID_WRONG, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const variables: ScenarioDraft['variables'] = {
  code: { type: 'digits' },
  pin: { type: 'digits', secret: true },
};
const draft = (more: object): ScenarioDraft =>
  scenarioOf(
    {
      first: {
        type: 'collect',
        prompts: [SAID],
        noInputPrompts: [SAID_SILENT],
        invalidPrompts: [SAID_WRONG],
        min: 4,
        max: 8,
        interDigitMs: 2_000,
        variable: 'code',
        next: { collected: 'done', noInput: 'end', invalid: 'end' },
        ...more,
      },
      done: playBlock('end'),
    },
    { variables },
  );

test('what was pressed is kept in the variable', (t) => {
  const call = driveCall(draft({}));
  t.like(call.verbs[0], { kind: 'collect', min: 4, max: 8, terminators: '#', secret: false });
  const { snapshot } = call.take({ type: 'collected', result: 'digits', digits: '01234' });
  t.is(snapshot.variables.code, '01234');
  t.is(call.steps()[0]?.outcome, 'collected');
});

test('the longest time counts every digit', (t) => {
  const [verb] = driveCall(draft({ firstDigitMs: 5_000 })).verbs;
  const promptMs = 1_550;
  t.true(verb?.kind === 'collect' && Math.abs(verb.expectMs - (promptMs + 5_000 + 7 * 2_000)) < 1_000);
});

test('what the validator refuses is asked for again', (t) => {
  const call = driveCall(draft({ validator: 'date', min: 8 }));
  call.take({ type: 'collected', result: 'digits', digits: '20260231' });
  t.like(call.verbs[1], { prompts: [{ kind: 'file', path: SAID_WRONG }] });
  call.take({ type: 'collected', result: 'invalid', digits: '2026' });
  call.take({ type: 'collected', result: 'digits', digits: '20260299' });
  t.deepEqual(
    call.steps().map((record) => record.outcome),
    ['invalid', 'invalid', 'invalid', 'done'],
  );
  t.is(call.last().snapshot.variables.code, null);
});

test('more or fewer digits than asked for are refused even if the switch lets them pass', (t) => {
  const call = driveCall(draft({}));
  call.take({ type: 'collected', result: 'digits', digits: '123' });
  t.is(call.steps()[0]?.outcome, 'invalid');
});

test('secret digits are kept for conditions and hidden in the record', (t) => {
  const call = driveCall(draft({ secret: true, variable: 'pin', tries: 2 }));
  t.like(call.verbs[0], { secret: true });
  call.take({ type: 'collected', result: 'invalid', digits: '77' });
  const { snapshot } = call.take({ type: 'collected', result: 'digits', digits: '7788' });
  t.is(snapshot.variables.pin, '7788');
  t.deepEqual(
    call
      .steps()
      .slice(0, 2)
      .map((record) => record.digits),
    ['***', '***'],
  );
});

test('the cancel key alone leaves by cancelled, however the switch judged it', (t) => {
  for (const result of ['digits', 'invalid'] as const) {
    const call = driveCall(
      draft({
        cancelKey: '*',
        next: { collected: 'done', noInput: 'end', invalid: 'end', cancelled: 'done' },
      }),
    );
    call.take({ type: 'collected', result, digits: '*' });
    t.is(call.steps()[0]?.outcome, 'cancelled');
    t.is(call.last().snapshot.variables.code, null);
  }
});

for (const validator of ['any', 'digits'] as const) {
  test(`a resident number is refused and never written down, with validator ${validator}`, (t) => {
    const call = driveCall(draft({ validator, min: 1, max: 13 }));
    call.take({ type: 'collected', result: 'digits', digits: '9001011234567' });
    t.like(call.steps()[0], { outcome: 'invalid', digits: '***' });
    t.is(call.last().snapshot.variables.code, null);
  });
}

test('a corporation whose number looks like a resident is let through where it is asked for', (t) => {
  const call = driveCall(draft({ validator: 'corporateNumber', min: 13, max: 13 }));
  call.take({ type: 'collected', result: 'digits', digits: '1101111129497' });
  t.is(call.steps()[0]?.outcome, 'collected');
});
