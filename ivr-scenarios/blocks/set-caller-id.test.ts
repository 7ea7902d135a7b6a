import test from 'ava';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { connectBlock, scenarioOf } from '../testing/blocks.ts';
import { driveCall } from '../testing/call-driver.ts';

const shown = (number: string): ScenarioDraft['blocks'][string] => ({
  type: 'setCallerId',
  number,
  next: { done: 'dial' },
});

test('dials after it show the number', (t) => {
  const call = driveCall(scenarioOf({ first: shown('15880000'), dial: connectBlock() }));
  t.like(call.verbs[0], { kind: 'dial', callerId: '15880000' });
});

test('the number that was called is what dials show by themselves', (t) => {
  const call = driveCall(
    scenarioOf({
      first: { ...shown('15880000'), next: { done: 'undo' } } as ScenarioDraft['blocks'][string],
      undo: shown('called'),
      dial: connectBlock(),
    }),
  );
  t.is(call.verbs[0]?.kind === 'dial' && call.verbs[0].callerId, undefined);
});
