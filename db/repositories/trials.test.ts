import { randomUUID } from 'node:crypto';
import test from 'ava';
import { LIMITS } from '../../contracts/scenario/draft-limits.ts';
import { newTenantId, system } from '../testing/samples.ts';
import { documentOf, draftOf, newHash, personOf, publishedOf } from '../testing/scenario-samples.ts';
import { useTestDatabase } from '../testing/test-database.ts';
import type { ScenarioRow } from './scenario-row.ts';
import type { Trial } from './trials.ts';

const HOUR = 60 * 60_000;
const NOON = Date.UTC(2026, 8, 1, 3);
const db = useTestDatabase(test);
const trials = () => db().repositories.trials;

/** A company of its own, so that nobody else's trials count. */
async function company() {
  const tenant = newTenantId();
  await db().repositories.tenants.create(system, { id: tenant, name: randomUUID() });
  const scenario = (): Promise<ScenarioRow> =>
    db().repositories.scenarios.create(system, tenant, draftOf(randomUUID()));
  return { tenant, scenario };
}
const draft = (hash = newHash()) => ({ hash, document: documentOf('draft', 2), parts: { main: { on: 1 } } });
async function open({ id }: ScenarioRow, now = NOON, actor = system): Promise<Trial> {
  const trial = await trials().open(actor, id, draft(), now);
  if (trial === undefined) throw new Error('no trial');
  return trial;
}
const livesAt = async ({ number }: Trial, now: number): Promise<boolean> =>
  (await trials().living(system, now)).some((one) => one.number === number);

test.serial('a trial has an internal number for an hour, and not a moment longer', async (t) => {
  const trial = await open(await (await company()).scenario());
  t.regex(trial.number, /^99[0-9]{6}$/);
  t.is(trial.until, NOON + HOUR);
  t.true(await livesAt(trial, NOON + HOUR - 1));
  t.false(await livesAt(trial, NOON + HOUR));
});

test.serial('calls of a trial read its parts, and the published version stays as it is', async (t) => {
  const { tenant, scenario } = await company();
  const made = await scenario();
  const { scenarios, scenarioVersions, callScenarios, numbers, scenarioFigures } = db().repositories;
  const hash = newHash();
  await scenarios.publish(system, made.id, publishedOf(made.revision, made.document, hash));
  const before = await scenarios.get(system, made.id);
  const trial = await trials().open(system, made.id, draft(hash), NOON);
  if (trial === undefined) return t.fail();
  t.not(trial.hash, hash, 'also a draft that says what is published is apart from it');
  t.deepEqual(await scenarioVersions.part(system, trial.hash, 'main'), { on: 1 });
  t.is(await scenarioVersions.part(personOf(newTenantId(), randomUUID()), trial.hash, 'main'), undefined);
  t.deepEqual(await scenarioVersions.part(system, hash, 'main'), {});
  t.deepEqual(await scenarios.get(system, made.id), before);
  t.is((await scenarioVersions.ofScenario(system, made.id)).length, 1);
  t.is((await scenarioVersions.list(system)).filter((one) => one.tenant === tenant).length, 1);
  t.is((await numbers.all(system)).filter((one) => one.tenant === tenant).length, 0);
  t.is((await callScenarios.document(system, tenant, trial.hash))?.version, null);
  t.is((await callScenarios.names(system, [trial.hash, hash])).get(trial.hash), made.name);
  const { calls } = await scenarioFigures.period(system, made.id, { from: NOON - HOUR, to: NOON + HOUR });
  t.is(calls, 0);
});

test.serial('the next trial of the same person ends his earlier one, and nobody else’s', async (t) => {
  const { tenant, scenario } = await company();
  const [one, another] = [await scenario(), await scenario()];
  const [mine, other] = [await open(one), await open(another)];
  const user = randomUUID();
  const account = { id: user, tenant, email: `${user}@example.com`, name: '담당자' };
  await db().repositories.users.create(system, { ...account, role: 'company-admin', state: 'active' });
  const theirs = await open(one, NOON, personOf(tenant, user));
  const next = await open(one, NOON + 1);
  const living = await Promise.all([mine, other, theirs, next].map((trial) => livesAt(trial, NOON + 2)));
  t.deepEqual(living, [false, true, true, true]);
});

test.serial('a company tries five drafts at once; a sixth waits until one is over', async (t) => {
  const { scenario } = await company();
  for (let index = 0; index < LIMITS.trialsPerCompany; index += 1) await open(await scenario());
  const sixth = await scenario();
  await t.throwsAsync(open(sixth), { message: /at most 5/ });
  await t.notThrowsAsync(open(sixth, NOON + HOUR));
});

test.serial('rows go when no call can read them any more, with the next trial of anybody', async (t) => {
  const old = await open(await (await company()).scenario());
  const { scenario } = await company();
  const rows = () => db().database.knex('trials').where('number', old.number).pluck('number');
  await open(await scenario(), old.until + 2 * HOUR);
  t.is((await rows()).length, 1, 'a call that began at the end may still run');
  await open(await scenario(), old.until + 2 * HOUR + 1);
  t.deepEqual(await rows(), []);
});

test.serial('a stranger tries nothing, and who tried is recorded', async (t) => {
  const { scenario } = await company();
  const { id } = await scenario();
  const stranger = personOf(newTenantId(), randomUUID());
  t.is(await trials().open(stranger, id, draft(), NOON), undefined);
  await t.throwsAsync(trials().living(stranger, NOON));
  await trials().open(system, id, draft(), NOON);
  const actions = await db().database.knex('audit_log').where('subject', id).orderBy('id').pluck('action');
  t.deepEqual(actions, ['scenario.create', 'scenario.trial']);
});
