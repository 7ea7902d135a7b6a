import test from 'ava';
import fc from 'fast-check';
import type { StepRecord } from '../../contracts/call/step-record.ts';
import { newCallId, newTenantId, sampleCall, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';

const db = useTestDatabase(test);

const entered = (seq: number): StepRecord => ({
  seq,
  block: `main/menu-${seq}`,
  blockType: 'menu',
  verb: seq,
  verbKind: 'collect',
  prompts: ['ko/main/menu.wav', 'ko/main/again.wav'],
  enteredAt: 1_790_000_000_000 + seq,
});
const left = (seq: number): StepRecord => ({
  ...entered(seq),
  digits: '1',
  recording: 'm.wav',
  outcome: 'one',
  leftAt: 1_790_000_009_000 + seq,
});

test('steps come back as they were written, also the sparse ones', async (t) => {
  const { callSteps } = db().repositories;
  const call = newCallId();
  const sparse: StepRecord = { seq: 2, block: 'engine/adopted', blockType: 'engine', enteredAt: 5 };
  await callSteps.upsertMany(system, call, [left(1), sparse]);
  t.deepEqual(await callSteps.ofCall(system, call), [left(1), sparse]);
  await callSteps.upsertMany(system, call, []);
});

test('in any order and number of batches, with repeats, a finished step stays finished', async (t) => {
  const { callSteps } = db().repositories;
  const record = fc.record({ seq: fc.integer({ min: 1, max: 4 }), done: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(record, { maxLength: 6 }), { maxLength: 5 }), async (batches) => {
      const call = newCallId();
      for (const batch of batches)
        await callSteps.upsertMany(
          system,
          call,
          batch.map(({ seq, done }) => (done ? left(seq) : entered(seq))),
        );
      const written = batches.flat();
      const expected = [1, 2, 3, 4].flatMap((seq) => {
        const records = written.filter((item) => item.seq === seq);
        if (records.length === 0) return [];
        return [records.some((item) => item.done) ? left(seq) : entered(seq)];
      });
      t.deepEqual(await callSteps.ofCall(system, call), expected);
    }),
    { numRuns: 60 },
  );
});

test('a person reads the steps of his own tenant’s calls only', async (t) => {
  const { tenants, calls, callSteps } = db().repositories;
  const [mine, theirs] = [newTenantId(), newTenantId()];
  for (const id of [mine, theirs]) await tenants.create(system, { id, name: 'x' });
  const row = sampleCall({ tenant: mine });
  await calls.starting(system, row);
  await callSteps.upsertMany(system, row.call, [left(1)]);
  const user = '3f1de6f0-4d1f-4a3c-9a55-000000000001';
  t.is(
    (await callSteps.ofCall({ kind: 'user', user, tenant: mine, role: 'company-admin' }, row.call)).length,
    1,
  );
  t.is((await callSteps.ofCall({ kind: 'user', user, tenant: theirs, role: 'agent' }, row.call)).length, 0);
  await t.throwsAsync(
    callSteps.upsertMany({ kind: 'user', user, tenant: mine, role: 'company-admin' }, row.call, [left(2)]),
    {
      name: 'CallwrightError',
    },
  );
});
