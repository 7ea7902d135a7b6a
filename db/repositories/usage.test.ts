import { randomUUID } from 'node:crypto';
import test from 'ava';
import type { Actor } from '../../contracts/api/actor.ts';
import type { Role } from '../../contracts/api/permissions.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import { DEMO_TENANT } from './tenants.ts';

const other = newTenantId();
const db = useTestDatabase(test, {
  async prepare({ tenants }) {
    await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
  },
});

const person = (role: Role, tenant = DEMO_TENANT): Actor => ({
  kind: 'user',
  user: randomUUID(),
  tenant,
  role,
});
const at = (text: string): number => Date.parse(text);

test.serial('each thing is charged once, on its day in Seoul, by the price of that day', async (t) => {
  const { usage, prices } = db().repositories;
  await prices.add(system, { tenant: null, kind: 'sms', won: 20, from: '2026-01-01' });
  await prices.add(system, { tenant: null, kind: 'sms', won: 22, from: '2026-09-22' });
  await prices.add(system, { tenant: other, kind: 'sms', won: 15.5, from: '2026-09-22' });
  const sms = (ref: string, when: string, tenant = DEMO_TENANT) =>
    ({ tenant, kind: 'sms', quantity: 1, ref, at: at(when) }) as const;
  const events = [
    sms('a', '2026-09-21T23:59:59+09:00'),
    sms('b', '2026-09-22T00:00:00+09:00'),
    sms('c', '2026-09-22T12:00:00+09:00'),
    sms('d', '2026-09-22T12:00:00+09:00', other),
    { ...sms('e', '2026-09-22T12:00:00+09:00'), kind: 'tts', quantity: 0.25 } as const,
  ];
  t.is(await usage.record(system, events), 5);
  t.is(await usage.record(system, events), 0);
  const period = { from: at('2026-09-01T00:00:00+09:00'), to: at('2026-10-01T00:00:00+09:00') };
  t.deepEqual(await usage.list(person('company-admin'), period), [
    { day: '2026-09-21', tenant: DEMO_TENANT, kind: 'sms', quantity: 1, won: 20 },
    { day: '2026-09-22', tenant: DEMO_TENANT, kind: 'sms', quantity: 2, won: 44 },
    { day: '2026-09-22', tenant: DEMO_TENANT, kind: 'tts', quantity: 0.25, won: null },
  ]);
  t.deepEqual(await usage.list(person('company-admin', other), period), [
    { day: '2026-09-22', tenant: other, kind: 'sms', quantity: 1, won: 15.5 },
  ]);
  t.is((await usage.list(system, period)).length, 4);
  t.deepEqual(await usage.list(system, { from: 0, to: 1 }), []);
});

test.serial(
  'a price holds until the next one of its kind begins; only one to come is taken back',
  async (t) => {
    const { prices } = db().repositories;
    const rows = (await prices.list(person('company-admin'))).filter(({ kind }) => kind === 'sms');
    t.deepEqual(
      rows.map(({ won, from, until, tenant }) => [won, from, until, tenant]),
      [
        [22, '2026-09-22', null, null],
        [20, '2026-01-01', '2026-09-21', null],
      ],
    );
    const noon = at('2026-09-21T23:59:59+09:00');
    t.deepEqual(await prices.today(system, other, noon), { sms: 20 });
    t.deepEqual(await prices.today(system, other, noon + 1_000), { sms: 15.5 });
    const [next, now] = rows;
    await t.throwsAsync(prices.remove(system, now?.id ?? '', noon), { code: 'request/conflict' });
    await t.throwsAsync(prices.remove(system, next?.id ?? '', noon + 1_000), { code: 'request/conflict' });
    t.true(await prices.remove(system, next?.id ?? '', noon));
    t.false(await prices.remove(system, next?.id ?? '', noon));
    await t.throwsAsync(prices.add(system, { tenant: null, kind: 'sms', won: 1, from: '2026-01-01' }), {
      code: 'request/conflict',
    });
    await t.throwsAsync(
      prices.add(person('company-admin'), { tenant: null, kind: 'lms', won: 1, from: '2026-01-01' }),
      { code: 'auth/forbidden' },
    );
  },
);

test.serial('a lettering is charged when the carrier has it, once', async (t) => {
  const { letterings } = db().repositories;
  const wanted = { tenant: DEMO_TENANT, digits: '07012345678', phrase: '콜라이트', carrier: 'SK텔링크' };
  const actor = person('company-admin');
  const { id, state } = await letterings.request(actor, wanted);
  t.is(state, 'requested');
  const active = { state: 'active', note: null } as const;
  for (const _time of [1, 2]) t.like(await letterings.decide(system, id, active, 5_000), { state: 'active' });
  t.is((await db().database.knex('usage_events').where('ref', `lettering/${id}`)).length, 1);
  t.is(await letterings.decide(person('company-admin', other), id, active, 5_000), undefined);
  await letterings.decide(system, id, { state: 'ended', note: 'cancelled by the company' }, 6_000);
  await t.throwsAsync(letterings.decide(system, id, active, 7_000), { code: 'request/conflict' });
  t.deepEqual(await letterings.list(person('company-admin', other)), []);
  t.like((await letterings.list(actor))[0], { id, state: 'ended', decidedAt: 6_000 });
});
