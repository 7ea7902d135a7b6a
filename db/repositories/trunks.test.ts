import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { CallId, TenantId } from '../../contracts/ids.ts';
import { digits, newCallId, newTenantId, nodeA, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';
import type { TrunkChange, TrunkVerdict } from './trunks.ts';

const other = newTenantId();
const OWN = digits('07000000001');
const FOREIGN = digits('07000000099');
const as = (role: 'platform-admin' | 'company-admin', tenant: TenantId): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role,
});
const platform = as('platform-admin', DEMO_TENANT);

const db = useTestDatabase(test, {
  prepare: async ({ tenants, numbers, trunks }) => {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    const number = { scenario: null, fallbackPrompt: 'ko/a.wav', enabled: true };
    await numbers.upsert(system, { ...number, digits: OWN, tenant: DEMO_TENANT });
    await numbers.upsert(system, { ...number, digits: FOREIGN, tenant: other });
    await trunks.seed(system, ['trunk', 'private', 'limited']);
  },
});

async function plan(): Promise<CallId> {
  const leg = newCallId();
  const target = { kind: 'phone', digits: digits('0212345678') } as const;
  await db().repositories.dialAttempts.plan(system, { leg, call: newCallId(), verb: 1, target, node: nodeA });
  return leg;
}

async function take(
  trunk: string,
  own: { leg?: CallId; tenant?: TenantId; callerNumber?: typeof OWN } = {},
): Promise<TrunkVerdict> {
  const leg = own.leg ?? (await plan());
  const { tenant = DEMO_TENANT, callerNumber = OWN } = own;
  return db().repositories.trunks.take(system, leg, { trunk, tenant, callerNumber });
}

async function change(name: string, changes: TrunkChange): Promise<void> {
  const { trunks } = db().repositories;
  const before = (await trunks.all(system)).find((one) => one.name === name);
  await trunks.change(platform, name, changes, before?.updatedAt ?? 0);
}

test.serial('a second start makes no second row and leaves what people set', async (t) => {
  const { trunks } = db().repositories;
  await change('trunk', { maxCalls: 7 });
  await trunks.seed(system, ['trunk']);
  t.is((await trunks.all(system)).find(({ name }) => name === 'trunk')?.maxCalls, 7);
});

test.serial('a leg goes out with a number of its own company only, over a trunk that is there', async (t) => {
  t.is(await take('trunk'), 'taken');
  t.is(await take('trunk', { callerNumber: FOREIGN }), 'caller-number');
  t.is(await take('trunk', { callerNumber: FOREIGN, tenant: other }), 'taken');
  t.is(await take('nowhere'), 'unknown');
  t.is(await take('trunk', { leg: newCallId() }), 'unplanned');
  await change('trunk', { callerNumbers: ['0200000000'] });
  t.is(await take('trunk'), 'caller-number');
  await change('trunk', { callerNumbers: [OWN, FOREIGN] });
  t.is(await take('trunk'), 'taken');
  t.is(await take('trunk', { callerNumber: FOREIGN }), 'caller-number', 'listed, but of another company');
  const seen = async (actor: Actor) => (await db().repositories.trunks.all(actor)).at(-1);
  t.like(await seen(platform), { callerNumbersLimited: true, callerNumbers: [OWN, FOREIGN] });
  t.like(await seen(as('company-admin', other)), { callerNumbersLimited: true, callerNumbers: [FOREIGN] });
  await change('trunk', { callerNumbers: [] });
});

test.serial('a disabled trunk takes nobody, but a leg that has its place keeps it', async (t) => {
  const leg = await plan();
  t.is(await take('trunk', { leg }), 'taken');
  await change('trunk', { enabled: false });
  t.is(await take('trunk', { leg }), 'taken');
  t.is(await take('trunk'), 'disabled');
  await change('trunk', { enabled: true });
});

test.serial(
  'legs that are dialled at the same moment share the last places; an ended one frees its own',
  async (t) => {
    await change('limited', { maxCalls: 3 });
    const legs = await Promise.all(Array.from({ length: 8 }, plan));
    const verdicts = await Promise.all(legs.map((leg) => take('limited', { leg })));
    t.is(verdicts.filter((verdict) => verdict === 'taken').length, 3);
    t.is(verdicts.filter((verdict) => verdict === 'full').length, 5);
    const taken = legs[verdicts.indexOf('taken')] ?? newCallId();
    await db().repositories.dialAttempts.settle(system, taken, { state: 'ended', cause: 'NO_ANSWER' });
    t.is((await db().repositories.trunks.all(system)).find(({ name }) => name === 'limited')?.calls, 2);
    t.is(await take('limited'), 'taken');
  },
);

test.serial('no more calls a second than the cap', async (t) => {
  await change('private', { callsPerSecond: 0 });
  t.is(await take('private'), 'too-fast');
});

test.serial("another company's trunk does not exist for a company", async (t) => {
  const { trunks, trunkStatus } = db().repositories;
  await db().database.knex('trunks').where({ name: 'private' }).update({ tenant: other });
  const status = {
    node: nodeA,
    trunk: 'private',
    state: 'up' as const,
    registration: 'NOREG',
    pingMs: 3.5,
    callsIn: 4,
    callsOut: 5,
    failedIn: 0,
    failedOut: 1,
    upSince: 1_790_000_000_000,
  };
  await trunkStatus.report(system, [status]);
  await trunkStatus.report(system, [{ ...status, callsIn: 6 }]);
  const demo = as('company-admin', DEMO_TENANT);
  t.false((await trunks.all(demo)).some(({ name }) => name === 'private'));
  t.deepEqual(await trunkStatus.all(demo), []);
  t.like((await trunkStatus.all(as('company-admin', other)))[0], { ...status, callsIn: 6 });
  t.is(await take('private'), 'unknown');
  await t.throwsAsync(trunks.change(demo, 'private', { maxCalls: 1 }, 0), { message: /no such trunk/ });
});

test.serial('who saw an older state changes nothing', async (t) => {
  const { trunks } = db().repositories;
  await t.throwsAsync(trunks.change(platform, 'trunk', { maxCalls: 1 }, 1), { message: /meanwhile/ });
  const entries = db().database.knex('audit_log').where({ action: 'trunk.change' });
  const before = (await entries.clone()).length;
  await change('trunk', { maxCalls: 9, callerNumbers: [OWN] });
  const after = await entries.clone().orderBy('id');
  t.is(after.length, before + 1);
  t.deepEqual(after.at(-1)?.detail, { maxCalls: 9, callerNumbers: 1 });
});

test.serial('one test call of a company at a time, and five a minute', async (t) => {
  const { trunkTests } = db().repositories;
  const begin = async (tenant = DEMO_TENANT): Promise<string> => {
    const id = randomUUID();
    const numbers = { target: digits('0212345678'), callerNumber: OWN };
    await trunkTests.begin(
      as('company-admin', tenant),
      { id, tenant, trunk: 'trunk', ...numbers },
      '02****5678',
    );
    return id;
  };
  const first = await begin();
  await t.throwsAsync(begin(), { message: /under way/ });
  await t.notThrowsAsync(begin(other));
  await trunkTests.note(system, first, 'answered');
  await trunkTests.note(system, first, 'ringing');
  await trunkTests.note(system, first, 'ended', 'NORMAL_CLEARING');
  await trunkTests.note(system, first, 'answered');
  t.like(await trunkTests.get(system, first), { state: 'ended', cause: 'NORMAL_CLEARING', ringingAt: null });
  t.is(await trunkTests.get(as('company-admin', other), first), undefined);
  for (let more = 0; more < 4; more += 1) await trunkTests.note(system, await begin(), 'ended', 'USER_BUSY');
  await t.throwsAsync(begin(), { message: /no more than 5/ });
  const told = await db()
    .database.knex('audit_log')
    .where({ action: 'trunk.test-call', tenant: DEMO_TENANT });
  t.is(told.length, 5);
  t.notRegex(JSON.stringify(told), /0212345678/);
});

test.serial('a plan is given up only while no workflow has started it', async (t) => {
  const { trunkTests } = db().repositories;
  const plan = async (): Promise<string> => {
    const row = { id: randomUUID(), tenant: other, trunk: 'trunk', target: '02', caller_number: '02' };
    await db().database.knex('trunk_tests').insert(row);
    return row.id;
  };
  const [early, late] = [await plan(), await plan()];
  t.true(await trunkTests.start(system, early));
  t.true(await trunkTests.start(system, early), 'again');
  await trunkTests.abandon(system, early);
  await trunkTests.abandon(system, late);
  t.is((await trunkTests.get(system, early))?.state, 'planned');
  t.like(await trunkTests.get(system, late), { state: 'ended', cause: 'NOT_STARTED' });
  t.false(await trunkTests.start(system, late));
});

test.serial('a test call that nobody ended blocks nobody after three minutes', async (t) => {
  const { trunkTests } = db().repositories;
  const id = randomUUID();
  const old = new Date(Date.now() - 200_000);
  const row = { id, tenant: other, trunk: 'trunk', target: '02', caller_number: '02', created_at: old };
  await db().database.knex('trunk_tests').update({ state: 'ended' }).where({ tenant: other });
  await db().database.knex('trunk_tests').insert(row);
  t.like(await trunkTests.get(system, id), { state: 'ended', cause: 'LOST' });
});
