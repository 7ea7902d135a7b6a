import test from 'ava';
import { CallDetailView, CallListView } from '../../contracts/api/calls.ts';
import { digits, hashOf, newCallId, nodeA, sampleCall, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { readXml } from '../testing/read-xml.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';

const START = 1_790_000_000_000;
const rows = Array.from({ length: 7 }, (_, i) =>
  sampleCall({
    arrivedAt: START + i * 60_000,
    caller: i % 2 === 0 ? '07012345678' : '+821098765432',
    scenario: hashOf('a'),
  }),
);
const [first = sampleCall()] = rows;

const db = useTestDatabase(test, {
  async prepare({ tenants, calls, callSteps, dialAttempts, scenarioVersions }) {
    const tenant = await tenants.ensureDemoTenant(system);
    await scenarioVersions.publish(system, {
      hash: hashOf('a'),
      tenant,
      name: '대표번호',
      document: {},
      parts: {},
    });
    for (const row of rows) await calls.starting(system, row);
    await calls.activate(system, first.call);
    await callSteps.upsertMany(system, first.call, [
      {
        seq: 1,
        block: 'main/welcome',
        blockType: 'play',
        prompts: ['ko/a.wav'],
        enteredAt: START,
        leftAt: START + 5,
        outcome: 'done',
      },
      {
        seq: 2,
        block: 'main/pin',
        blockType: 'collect',
        verb: 2,
        verbKind: 'collect',
        digits: '***',
        enteredAt: START + 6,
      },
    ]);
    await dialAttempts.plan(system, {
      leg: newCallId(),
      call: first.call,
      verb: 3,
      target: { kind: 'phone', digits: digits('07099998888') },
      node: nodeA,
    });
    const outcome = { result: 'upstream', reason: 'busy' } as const;
    await calls.end(system, first.call, { outcome, endedAt: START + 9_000, answeredAt: START + 1_000 });
  },
});
let server: TestApi | undefined;
const http = async (): Promise<TestApi> => {
  server ??= await startTestApi(db());
  return server;
};
test.after.always(async () => server?.api.close());

test.serial('pages follow each other by their cursor and show every number masked', async (t) => {
  const api = await http();
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer = await api.get(`/api/v1/calls?limit=3${cursor && `&cursor=${cursor}`}`);
    t.is(answer.status, 200, answer.text);
    t.notRegex(answer.text, /07012345678|821098765432/);
    const page: CallListView = CallListView.parse(JSON.parse(answer.text));
    seen.push(...page.calls.map((call) => call.id));
    t.true(page.calls.every((call) => call.callerMasked.includes('***')));
    t.deepEqual(page.total, { count: 7, capped: false });
    t.true(page.calls.every((call) => call.scenarioName === '대표번호'));
    cursor = page.next;
  }
  t.deepEqual(seen, rows.map((row) => row.call).toReversed());
});

test.serial('filters find by number as people write it, by period, state and result', async (t) => {
  const api = await http();
  const count = async (query: string): Promise<number> => {
    const answer = await api.get(`/api/v1/calls?${query}`);
    t.is(answer.status, 200, answer.text);
    return CallListView.parse(JSON.parse(answer.text)).calls.length;
  };
  t.is(await count('caller=070-1234-5678'), 4);
  t.is(await count('caller=%2B82%2010-9876-5432'), 3);
  t.is(await count('called=1588-0000&limit=200'), 7);
  t.is(await count('result=upstream&state=ended'), 1);
  t.is(await count('q=345678'), 4);
  t.is(await count('q=010-9876-5432'), 3, 'the domestic form finds the international one');
  t.is(await count(`q=${first.call.toUpperCase()}`), 1);
  t.is(await count('answered=yes&direction=inbound'), 1);
  t.is(await count(`scenario=${hashOf('a')}&answered=no`), 6);
  // 23:13:20 in Seoul is the first call's arrival.
  t.is(await count('from=2026-09-21T23:14:20%2B09:00&to=2026-09-21T14:16:20Z'), 2);
});

test.serial('a call comes with its story and its ledger, secret digits and numbers hidden', async (t) => {
  const api = await http();
  const answer = await api.get(`/api/v1/calls/${first.call.toUpperCase()}`);
  const call = CallDetailView.parse(JSON.parse(answer.text));
  t.like(call, {
    id: first.call,
    state: 'ended',
    result: 'upstream',
    reason: 'busy',
    callerMasked: '070****5678',
  });
  t.deepEqual(
    call.steps.map((step) => [step.seq, step.block, step.digits, step.outcome, step.durationMs]),
    [
      [1, 'main/welcome', null, 'done', 5],
      [2, 'main/pin', '***', null, null],
    ],
  );
  t.like(call.dialAttempts[0], { verb: 3, targetMasked: '070****8888', state: 'planned', cause: null });
  t.notRegex(answer.text, /07099998888|07012345678/);
});

test.serial('every answer says the same in JSON and in XML (T21)', async (t) => {
  const api = await http();
  const paths = ['/api/v1/calls', `/api/v1/calls/${first.call}`, '/healthz', '/readyz'];
  const wrong = ['/api/v1/calls?limit=0&x=1', `/api/v1/calls/${newCallId()}`, '/nothing'];
  for (const path of [...paths, ...wrong]) {
    const fixed = { 'X-Request-Id': 'the-same-id' };
    const json = await api.get(path, { ...fixed, Accept: 'application/json' });
    const xml = await api.get(path, { ...fixed, Accept: 'application/xml' });
    t.is(xml.status, json.status);
    t.regex(xml.headers['content-type'] ?? '', /^application\/(problem\+)?xml; charset=utf-8$/);
    t.regex(json.headers['content-type'] ?? '', /^application\/(problem\+)?json; charset=utf-8$/);
    t.deepEqual(readXml(xml.text), JSON.parse(json.text), path);
  }
});

test.serial('Accept decides by its weights; who takes neither is told so', async (t) => {
  const api = await http();
  const type = async (Accept?: string): Promise<string> => {
    const answer = await api.get('/api/v1/calls', Accept === undefined ? {} : { Accept });
    return `${answer.status} ${answer.headers['content-type']?.split(';')[0]}`;
  };
  t.is(await type(), '200 application/json');
  t.is(await type('*/*'), '200 application/json');
  t.is(await type('application/xml;q=0.9, application/json;q=0.8'), '200 application/xml');
  t.is(await type('application/xml;q=0.5, application/json'), '200 application/json');
  t.is(await type('text/xml'), '200 text/xml');
  t.is(await type('application/json;q=0, */*;q=0.1'), '200 application/xml');
  t.is(await type('text/csv'), '406 application/problem+json');
  t.is(await type('application/problem+xml'), '406 application/problem+xml');
});

test.serial('whatever a request says wrong, the answer is a problem that names the field', async (t) => {
  const api = await http();
  const wrong = {
    'limit=0': 'limit',
    'limit=201': 'limit',
    'limit=5&limit=6': 'limit',
    'limit=1e1': 'limit',
    'from=yesterday': 'from',
    'from=2026-09-21T00:00:00': 'from',
    "caller=1' or '1'='1": 'caller',
    'caller=': 'caller',
    'result=oops': 'result',
    'state=ENDED': 'state',
    'sort=caller': '',
    '__proto__=1': '',
    'constructor=1': '',
    'caller[$ne]=1': '',
    'q=123': 'q',
    'q=main menu': 'q',
    'answered=true': 'answered',
    'scenario=main': 'scenario',
    'direction=up': 'direction',
  };
  for (const [query, field] of Object.entries(wrong)) {
    const answer = await api.get(`/api/v1/calls?${encodeURI(query)}`);
    const problem = JSON.parse(answer.text);
    t.is(answer.status, 400, query);
    t.like(problem, { status: 400, code: 'request/invalid' });
    t.true(
      problem.errors.some((error: { field: string }) => error.field === field),
      answer.text,
    );
    t.is(answer.headers['x-request-id'], problem.requestId);
  }
  t.is((await api.get('/api/v1/calls?cursor=AAAA')).status, 400);
  t.is((await api.get('/api/v1/calls/not-a-uuid')).status, 400);
  t.is((await api.get(`/api/v1/calls/${newCallId()}`)).status, 404);
  t.is((await api.get('/api/v1/calls/%E0%A4%A')).status, 400);
});

test.serial('no number and no query reaches the log (S26)', async (t) => {
  const api = await http();
  await api.get('/api/v1/calls?caller=07012345678', { 'X-Request-Id': 'evil\tid' });
  await api.get(`/api/v1/calls/${first.call}`);
  const text = api.logged.join('\n');
  t.true(api.logged.some((line) => line.includes('/api/v1/calls/:id')));
  t.notRegex(text, /0701234|caller=|evil/);
});
