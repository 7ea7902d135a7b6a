import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'ava';
import { CallGraphView } from '../../contracts/api/call-graph.ts';
import { CallTechnicalView } from '../../contracts/api/call-technical.ts';
import { CallDetailView } from '../../contracts/api/calls.ts';
import { CallwrightError } from '../../contracts/errors.ts';
import { hashOf, newCallId, newTenantId, sampleCall, system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi, type TestApi } from '../testing/test-api.ts';
import type { ReadHistory } from './call-history.ts';

const START = 1_790_000_000_000;
const other = newTenantId();
const row = sampleCall({ arrivedAt: START, scenario: hashOf('a') });
const foreign = sampleCall({ tenant: other });
const WAV = Buffer.from('RIFF'.padEnd(10_000, 'x'));
const message = `${row.call}-v2.wav`;
const hungUp = `${row.call}-v5.wav`;

const document = {
  schema: 1,
  name: '대표번호',
  language: 'ko',
  entry: 'hello',
  blocks: {
    hello: { type: 'answer', label: '받기', next: { done: 'sub' } },
    sub: { type: 'subScenario', part: 'pin', next: { ok: 'bye' } },
    bye: { type: 'hangup' },
  },
  subScenarios: { pin: { entry: 'leave', blocks: { leave: { type: 'return', outcome: 'ok' } } } },
};

const db = useTestDatabase(test, {
  async prepare({ tenants, calls, callSteps, scenarioVersions }) {
    const tenant = await tenants.ensureDemoTenant(system);
    await tenants.create(system, { id: other, name: 'Other' });
    await scenarioVersions.publish(system, {
      hash: hashOf('a'),
      tenant,
      name: '대표번호',
      document,
      parts: {},
    });
    for (const call of [row, foreign]) await calls.starting(system, call);
    const left = { blockType: 'leaveMessage', verbKind: 'play', enteredAt: START, leftAt: START + 9 };
    await callSteps.upsertMany(system, row.call, [
      { seq: 1, block: 'main/message', verb: 1, outcome: 'recorded', recording: message, ...left },
      { seq: 2, block: 'main/again', verb: 4, outcome: 'hungUp', ...left },
      { seq: 3, block: 'main/short', verb: 7, outcome: 'hungUp', ...left },
      {
        seq: 4,
        block: 'main/linked',
        verb: 9,
        outcome: 'recorded',
        recording: `${row.call}-v9.wav`,
        ...left,
      },
    ]);
  },
});

let folder = '';
let server: TestApi | undefined;
let history: () => Promise<ReadHistory | undefined> = async () => undefined;
let role: 'company-admin' | 'supervisor' | 'operator' = 'company-admin';
const http = async (): Promise<TestApi> => {
  if (server !== undefined) return server;
  folder = await mkdtemp(join(tmpdir(), 'callwright-recordings-'));
  await writeFile(join(folder, message), WAV);
  await writeFile(join(folder, hungUp), WAV);
  await writeFile(join(folder, `${row.call}-v8.wav`), WAV.subarray(0, 300));
  await writeFile(join(folder, `${foreign.call}-v2.wav`), WAV);
  await writeFile(join(folder, 'secret.wav'), WAV);
  await symlink('/etc/hostname', join(folder, `${row.call}-v3.wav`));
  server = await startTestApi(db(), {
    recordingsDir: folder,
    callHistory: () => history(),
    identify: async () => ({
      actor: { kind: 'user', user: '3f1de6f0-4d1f-4a3c-9a55-000000000001', tenant: row.tenant, role },
    }),
  });
  return server;
};
test.after.always(async () => {
  await server?.api.close();
  await rm(folder, { recursive: true, force: true });
});
const url = (rest: string, call: string = row.call): string => `/api/v1/calls/${call}${rest}`;
const audited = (action: string) => db().database.knex('audit_log').where('action', action).orderBy('id');

test.serial(
  'a message is in the story, also one that ended with the call; a moment of silence is none',
  async (t) => {
    const answer = await (await http()).get(url(''));
    const call = CallDetailView.parse(JSON.parse(answer.text));
    t.is(call.scenarioName, '대표번호');
    t.deepEqual(
      call.steps.slice(0, 3).map((step) => step.recording),
      [message, hungUp, null],
    );
  },
);

test.serial('a message is served whole and in pieces, and each listening is recorded once', async (t) => {
  const api = await http();
  const whole = await api.get(url(`/recordings/${message}`));
  t.like(whole, { status: 200, text: WAV.toString() });
  t.is(whole.headers['content-type'], 'audio/wav');
  t.is(whole.headers['accept-ranges'], 'bytes');
  t.is(whole.headers['cache-control'], 'no-store');
  const piece = await api.get(url(`/recordings/${message}`), { Range: 'bytes=0-3' });
  t.like(piece, { status: 206, text: 'RIFF' });
  t.is(piece.headers['content-range'], 'bytes 0-3/10000');
  t.is((await api.get(url(`/recordings/${hungUp}`))).status, 200);
  t.deepEqual(
    (await audited('recording.listen')).map(({ subject, detail }) => [subject, detail.file]),
    [
      [row.call, message],
      [row.call, hungUp],
    ],
  );
});

test.serial('no other file can be asked for', async (t) => {
  const api = await http();
  const names = [
    `${foreign.call}-v2.wav`,
    `${row.call}-v3.wav`,
    `${row.call}-v9.wav`,
    `${row.call}-v8.wav`,
    'secret.wav',
    '..%2Fsecret.wav',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    `${message}%00.wav`,
    `.%2F${message}`,
  ];
  for (const name of names) {
    const { status, text } = await api.get(url(`/recordings/${name}`));
    t.true(status === 404 || status === 400, `${name} ${status}`);
    t.false(text.includes('RIFF'));
  }
  t.is((await api.get(url(`/recordings/${foreign.call}-v2.wav`, foreign.call))).status, 404);
});

test.serial('whole numbers are answered with a reason only, and recorded before', async (t) => {
  const api = await http();
  const send = (body: object, call?: string) =>
    api.send('POST', url('/unmask', call), JSON.stringify(body), { 'Content-Type': 'application/json' });
  for (const body of [{}, { reason: 'x' }, { reason: '     ' }, { reason: 'x'.repeat(301) }, { reason: 5 }])
    t.is((await send(body)).status, 400, JSON.stringify(body));
  t.is((await send({ reason: '고객 요청 확인' }, foreign.call)).status, 404);
  t.is((await audited('call.unmask')).length, 0);
  const answer = await send({ reason: ' 고객 요청 확인 ' });
  t.deepEqual(JSON.parse(answer.text), { caller: '07012345678', called: '15880000' });
  const [entry] = await audited('call.unmask');
  t.like(entry, { subject: row.call, detail: { reason: '고객 요청 확인' }, tenant: row.tenant });
});

test.serial('the graph has parts, blocks with their labels, and where each outcome leads', async (t) => {
  const answer = await (await http()).get(url('/graph'));
  const graph = CallGraphView.parse(JSON.parse(answer.text));
  t.like(graph, { name: '대표번호', version: 1, hash: hashOf('a'), entry: 'main/hello' });
  t.deepEqual(graph.parts, [
    {
      id: 'main',
      name: '대표번호',
      entry: 'hello',
      blocks: [
        {
          id: 'hello',
          type: 'answer',
          label: '받기',
          next: [{ outcome: 'done', target: 'sub' }],
          part: null,
        },
        {
          id: 'sub',
          type: 'subScenario',
          label: null,
          next: [{ outcome: 'ok', target: 'bye' }],
          part: 'pin',
        },
        { id: 'bye', type: 'hangup', label: null, next: [], part: null },
      ],
    },
    {
      id: 'pin',
      name: 'pin',
      entry: 'leave',
      blocks: [{ id: 'leave', type: 'return', label: null, next: [], part: null }],
    },
  ]);
  t.is((await (await http()).get(url('/graph', foreign.call))).status, 404);
});

test.serial('the technical view says whether the history is whole, gone or not to be had', async (t) => {
  const api = await http();
  const view = async (): Promise<CallTechnicalView> =>
    CallTechnicalView.parse(JSON.parse((await api.get(url('/technical'))).text));
  history = async () => ({
    page: 'http://127.0.0.1:9233/x',
    entries: [
      { at: START + 1, kind: 'activity', name: 'issueVerbs', state: 'issued' },
      { at: START, kind: 'event', event: { type: 'arrived', id: 'core:1', at: START - 5, adopted: false } },
    ],
  });
  const whole = await view();
  t.like(whole, {
    history: 'complete',
    workflowId: `call/${row.call}`,
    temporalUrl: 'http://127.0.0.1:9233/x',
  });
  t.deepEqual(
    whole.entries.slice(0, 2).map(({ kind, name, verb }) => [kind, name, verb]),
    [
      ['event', 'arrived', null],
      ['verb', 'play', 1],
    ],
  );
  history = async () => undefined;
  t.like(await view(), { history: 'gone', temporalUrl: null });
  history = async () => {
    throw new CallwrightError('temporal/unavailable', 'away');
  };
  t.is((await view()).history, 'unavailable');
});

test.serial('each of these needs its permission', async (t) => {
  const api = await http();
  const status = async (path: string): Promise<number> => (await api.get(url(path))).status;
  role = 'operator';
  t.deepEqual(
    [
      await status(''),
      await status('/graph'),
      await status('/technical'),
      await status(`/recordings/${message}`),
    ],
    [200, 200, 403, 403],
  );
  t.is((await api.get('/api/v1/calls/export?format=csv')).status, 403);
  role = 'supervisor';
  t.is(await status(`/recordings/${message}`), 200);
  t.is((await api.send('POST', url('/unmask'), '{"reason":"because"}')).status, 403);
  role = 'company-admin';
  t.is((await api.get(url('', newCallId()))).status, 404);
});
