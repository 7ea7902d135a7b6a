import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import proto from '@temporalio/proto';
import test from 'ava';
import { CallId } from '../../contracts/ids.ts';
import { simulatorTest, type TestEngine, useTestEngine } from '../support/engine.ts';
import { storedCall } from '../support/menu-call.ts';
import { placePinCall, RIGHT_PIN } from '../support/pin-call.ts';

const engine = useTestEngine(test, { ownTemporal: true, roleEnv: { LOG_LEVEL: 'debug' } });
const { History } = proto.temporal.api.history.v1;

/** Nothing else anywhere looks like these. The right PIN stands in the shipped scenario, so it is no marker. */
const WRONG_PIN = '975318';
const CALLER = '07000987654';
const CALLER_NAME = 'Markername';

simulatorTest(test, 'S9: a PIN and a caller leave no trace in logs, histories and ids', async (t) => {
  t.timeout(120_000);
  const { uuid } = await placePinCall(engine(), { number: CALLER, name: CALLER_NAME }, [
    WRONG_PIN,
    RIGHT_PIN,
  ]);
  const { row, digits } = await storedCall(engine(), uuid);
  t.deepEqual(row.outcome, { result: 'success', reason: 'informed' });
  t.deepEqual(digits, ['***', '***']);

  const places = await everythingWritten(engine(), uuid);
  for (const place of ['history', 'history as JSON', 'workflow ids', 'temporal.db']) {
    const text = places.flatMap(({ name, text }) => (name.startsWith(place) ? [text] : [])).join('');
    t.true(text.includes(uuid), `${place} is where this call would be found`);
  }
  for (const { name, text } of places) {
    for (const marker of [WRONG_PIN, RIGHT_PIN, CALLER, CALLER.slice(1), CALLER_NAME]) {
      t.false(text.includes(marker), `${name} holds ${marker}`);
    }
  }
  const tables: unknown[] = await Promise.all(
    ['calls', 'call_steps', 'audit_log', 'part_health'].map((table) =>
      engine().database.database.knex(table).select('*'),
    ),
  );
  t.false(JSON.stringify(tables).includes(WRONG_PIN), 'the PIN is in no table');
});

/** Output of the roles, log files, what Temporal keeps: as bytes, undecoded. */
async function everythingWritten(under: TestEngine, uuid: string): Promise<{ name: string; text: string }[]> {
  const read = (folder: string, pattern: RegExp): { name: string; text: string }[] =>
    readdirSync(join(under.home, folder))
      .filter((name) => pattern.test(name))
      .map((name) => ({ name, text: readFileSync(join(under.home, folder, name), 'latin1') }));
  const runs = await under.histories.runsOf(CallId.parse(uuid));
  const ids = await under.histories.list();
  return [
    { name: 'output of the roles', text: under.output() },
    {
      name: 'history',
      text: runs.map((run) => Buffer.from(History.encode(run).finish()).toString('latin1')).join(),
    },
    { name: 'history as JSON', text: JSON.stringify(runs) },
    { name: 'workflow ids', text: JSON.stringify(ids) },
    ...read('logs', /\.log$/).filter(({ text }) => text !== ''),
    ...read('temporal', /^temporal\.db/).filter(({ text }) => text !== ''),
  ];
}
