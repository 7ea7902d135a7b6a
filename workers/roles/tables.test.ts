import test from 'ava';
import type { CallInput } from '../../contracts/call/workflow.ts';
import { DialDigits } from '../../contracts/ids.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { coreA, hashOf, newCallId, nodeA, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { createCallRecords, createDialLedger } from './call-records.ts';
import { createCallTable } from './call-table.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });

const inputOf = (own: Partial<CallInput> = {}): CallInput => ({
  call: newCallId(),
  node: nodeA,
  core: coreA,
  tenant: DEMO_TENANT,
  scenario: hashOf('a'),
  called: '15880000',
  caller: '07012345678',
  arrivedAt: Date.now() - 60_000,
  ...own,
});

test('a call is known from its arrival to its end', async (t) => {
  const table = createCallTable(db().repositories);
  const input = inputOf();
  const known = async () => (await table.known(nodeA)).filter(({ call }) => call === input.call);
  await table.arrived(input);
  await table.arrived(input);
  await table.active(input.call);
  const [row] = await known();
  t.like(row, { core: coreA, leg: false, state: 'active' });
  t.true((row?.ageMs ?? 0) >= 60_000);
  await createCallRecords(db().repositories).end(input, {
    outcome: { result: 'success', reason: 'informed' },
    at: Date.now(),
  });
  t.deepEqual(await known(), []);
});

test('a call that the switch worker could not write is written at its end', async (t) => {
  const { repositories } = db();
  const records = createCallRecords(repositories);
  const input = inputOf();
  const outcome = { result: 'client', reason: 'caller-hung-up' } as const;
  const step = { seq: 1, block: 'main/menu', blockType: 'menu', enteredAt: 1 };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    await records.begun(input);
    await records.steps(input, [step]);
    await records.end(input, { outcome, at: 2_000_000_000_000 });
  }
  t.like(await repositories.calls.get(system, input.call), { state: 'ended', outcome });
  t.is((await repositories.callSteps.ofCall(system, input.call)).length, 1);
});

test('a call without a workflow is closed as lost, but keeps an outcome that it has', async (t) => {
  const table = createCallTable(db().repositories);
  const [lost, over] = [inputOf(), inputOf()];
  await table.arrived(lost);
  await table.arrived(over);
  const outcome = { result: 'success', reason: 'informed' } as const;
  await createCallRecords(db().repositories).end(over, { outcome, at: Date.now() });
  for (const { call } of [lost, over]) await table.abandoned(call);
  const { calls } = db().repositories;
  t.like(await calls.get(system, lost.call), { outcome: { result: 'server', reason: 'media-lost' } });
  t.like(await calls.get(system, over.call), { outcome });
});

test('the ledger lets a leg be sent once, and is open until it ends', async (t) => {
  const ledger = createDialLedger(db().repositories);
  const table = createCallTable(db().repositories);
  const [parent, leg] = [newCallId(), newCallId()];
  const request = {
    leg,
    parent,
    verb: 7,
    node: nodeA,
    tenant: DEMO_TENANT,
    target: { kind: 'extension' as const, digits: DialDigits.parse('1001') },
    ringMs: 20_000,
    callerId: '15880000',
  };
  t.false(await table.legOpen(leg));
  await ledger.plan(request);
  await ledger.plan(request);
  t.deepEqual((await Promise.all(Array.from({ length: 10 }, () => ledger.claim(leg)))).filter(Boolean), [
    true,
  ]);
  t.true(await table.legOpen(leg));
  // Tests of this file run side by side on one ledger.
  const own = async () => (await table.openLegs(nodeA)).find((one) => one.leg === leg);
  const open = await own();
  t.true((open?.ageMs ?? -1) >= -1_000, 'two clocks, one machine');
  await ledger.settle(leg, 'answered');
  t.true(await table.legOpen(leg));
  await ledger.settle(leg, 'ended', 'NORMAL_CLEARING');
  t.false(await table.legOpen(leg));
  t.is(await own(), undefined);
  t.false(await ledger.claim(leg));
});

test('a leg that no workflow follows any more is closed in the ledger', async (t) => {
  const { repositories } = db();
  const table = createCallTable(repositories);
  const [call, leg] = [newCallId(), newCallId()];
  const target = { kind: 'extension' as const, digits: DialDigits.parse('1001') };
  await repositories.dialAttempts.plan(system, { leg, call, verb: 1, target, node: nodeA });
  await repositories.dialAttempts.claimSend(system, leg);
  await table.abandoned(leg);
  t.like(await repositories.dialAttempts.get(system, leg), { state: 'ended', cause: 'MEDIA_LOST' });
});
