import test from 'ava';
import { mainLine } from '../../ivr-scenarios/catalog/main-line.ts';
import { simulate } from '../../ivr-scenarios/simulate/simulate.ts';
import { compiledDraft } from '../../ivr-scenarios/testing/catalog.ts';
import { phoneCall } from './support/twice.ts';

const scenario = compiledDraft(mainLine);

/** Ways through the main line that dial nobody; `connect.test.ts` has the others. */
const WAYS: string[][] = [
  ['closed'],
  ['open', '2'],
  ['open', '0', '4'],
  ['open', '3', 'recorded'],
  ['open', '3', 'empty'],
  ['open', '7', '7', '7'],
  ['open', 'noInput', 'noInput', 'noInput'],
];

for (const inputs of WAYS) {
  test(
    `a call that goes ${inputs.join(' ')} does what the simulated one does`,
    phoneCall(
      () => ({ scenario, inputs }),
      async (t, call) => {
        await call.sandbox.advance(300_000);
        const expected = simulate(scenario, inputs);
        const switched = expected.verbs.filter(({ kind }) => kind !== 'businessHours');
        t.deepEqual(call.result()?.outcome, expected.outcome);
        t.deepEqual(call.channel.heard, switched);
        const [record] = call.records;
        t.is(call.records.length, 1, 'the record is written once, at the end');
        t.deepEqual(
          record?.steps.map(({ seq, block, outcome }) => [seq, block, outcome]),
          expected.steps.map(({ seq, block, outcome }) => [seq, block, outcome]),
        );
        t.deepEqual(record?.end?.outcome, expected.outcome);
      },
    ),
  );
}

test(
  'a turn costs one local activity, and none of them is tried on the queue of the node',
  phoneCall(
    () => ({ scenario, inputs: ['open', '4'] }),
    async (t, call) => {
      await call.sandbox.advance(60_000);
      t.deepEqual(call.activities, [
        'local loadPart',
        'local issueVerbs',
        'local businessHours',
        ...Array.from({ length: 4 }, () => 'local issueVerbs'),
        'local recordCall',
      ]);
    },
  ),
);
