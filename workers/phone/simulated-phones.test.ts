import { fileURLToPath } from 'node:url';
import test from 'ava';
import express from 'express';
import { handleErrors } from '../../api/http/error-handler.ts';
import { setIdentity } from '../../api/http/identity.ts';
import { mountRoutes } from '../../api/http/mount-routes.ts';
import { listenApi } from '../../api/listen-api.ts';
import { phoneRoutes } from '../../api/phone/phone-routes.ts';
import { systemActor } from '../../contracts/api/actor.ts';
import type { PhoneCallView, PhoneLineView, PhoneView } from '../../contracts/api/phone.ts';
import { connectControl, createControlServer } from '../../freeswitch/simulator/control/index.ts';
import { createDialplan, createSimulator } from '../../freeswitch/simulator/index.ts';
import { until } from '../../test/support/until.ts';
import { createSimulatedPhones } from './simulated-phones.ts';

const promptsDir = fileURLToPath(new URL('../../prompts', import.meta.url));
const greeting = 'ko/main/greeting.wav';
const silentLog = { info: () => {}, warn: () => {}, error: () => {} };
const tab = 'tab-00000001';

/** The routes on a free port with a simulator behind them; `x-session` says who asks. */
async function stage(t: { teardown: (run: () => unknown) => void }) {
  const sim = createSimulator({
    password: 'pw',
    dialplan: createDialplan({ deadManSeconds: 1, fallbackPrompt: `${promptsDir}/${greeting}` }),
  });
  await sim.start();
  let control = await createControlServer(sim, { port: 0 });
  const { port } = control;
  const phones = createSimulatedPhones({
    connect: () => connectControl({ port }),
    promptsDir,
    now: Date.now,
    retryMs: 20,
  });
  const ended = new Set<string>();
  const app = express();
  app.use((request, response, next) => {
    setIdentity(response, { actor: systemActor('test'), session: request.get('x-session') ?? 'me' });
    next();
  });
  const prompts = { folder: promptsDir, has: (path: string) => path === greeting, words: () => 'hello' };
  mountRoutes(
    app,
    phoneRoutes({
      setting: { kind: 'simulated', port: phones, numbers: [] },
      prompts,
      accounts: { all: async () => [] },
      stillIn: async ({ session }) => !ended.has(session ?? ''),
      beatMs: 20,
    }),
  );
  app.use(handleErrors(silentLog));
  const api = await listenApi(app, { host: '127.0.0.1', port: 0 });
  t.teardown(async () => {
    phones.close();
    await control.close();
    await sim.stop();
    await api.close();
  });
  const ask = (method: string, path: string, body?: object | Buffer, session = 'me'): Promise<Response> =>
    fetch(`http://127.0.0.1:${api.port}/api/v1${path}`, {
      method,
      headers: {
        'x-session': session,
        ...(Buffer.isBuffer(body) ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined
        ? {}
        : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
    });
  await until(
    async () => (await ask('PUT', '/phone/lines/2001', { tab })).status === 200,
    'the phones are there',
  );
  return {
    sim,
    ask,
    ended,
    restartControl: async () => {
      await control.close();
      control = await createControlServer(sim, { port });
    },
    line: async () => (await (await ask('PUT', '/phone/lines/2001', { tab })).json()) as PhoneLineView,
  };
}

test('a dialled call says what is heard, where it stands, and which file it is', async (t) => {
  const { ask, line } = await stage(t);
  const placed = (await (
    await ask('POST', '/phone/calls', { from: '2001', to: '07000000001' })
  ).json()) as PhoneCallView;
  const heard = await until(
    async () => (await line()).calls.find(({ hears }) => hears !== null),
    'it speaks',
  );
  t.is(heard.id, placed.id);
  t.is(heard.hears?.promptUrl, `/api/v1/prompts/${greeting}`);
  const { serverTime, calls } = await line();
  const sound = calls[0]?.hears;
  t.is(Math.round(sound?.positionMs ?? -1), Math.round(serverTime - (sound?.startedAt ?? 0)));
  t.is((await ask('POST', `/phone/calls/${placed.id}/hang-up`)).status, 204);
  const over = await until(
    async () => (await line()).calls.find(({ state }) => state === 'ended'),
    'it is over',
  );
  t.is(over.endedBy, 'phone');
});

test('nobody else has a hand on a line or its calls', async (t) => {
  const { ask } = await stage(t);
  const placed = (await (
    await ask('POST', '/phone/calls', { from: '2001', to: '07000000001' })
  ).json()) as PhoneCallView;
  t.is((await ask('PUT', '/phone/lines/2001', { tab }, 'other')).status, 409);
  t.is((await ask('POST', '/phone/calls', { from: '2001', to: '1' }, 'other')).status, 404);
  t.is((await ask('GET', '/phone/events?line=2001', undefined, 'other')).status, 404);
  for (const act of ['hang-up', 'answer', 'reject'])
    t.is((await ask('POST', `/phone/calls/${placed.id}/${act}`, undefined, 'other')).status, 404);
  t.is((await ask('POST', `/phone/calls/${placed.id}/press`, { keys: '1' }, 'other')).status, 404);
  t.is((await ask('POST', `/phone/calls/${placed.id}/press`, { keys: 'x' })).status, 400);
  t.is((await ask('PUT', `/phone/calls/${placed.id}/voice`, Buffer.from('no sound'))).status, 400);
  const phone = (await (await ask('GET', '/phone', undefined, 'other')).json()) as PhoneView;
  t.deepEqual(phone.lines, [{ number: '2001', mine: false }]);
});

test('prompts: what the manifest lists, in parts too, and no other file', async (t) => {
  const { ask } = await stage(t);
  const whole = await ask('GET', `/prompts/${greeting}`);
  t.is(whole.headers.get('content-type'), 'audio/wav');
  t.is((await whole.arrayBuffer()).byteLength > 10_000, true);
  for (const path of ['manifest.json', '..%2Fpackage.json', 'ko/main/none.wav', 'constructor'])
    t.is((await ask('GET', `/prompts/${path}`)).status, 404, path);
});

test('a restart of the simulator loses its calls, and lines are registered again', async (t) => {
  const { ask, line, restartControl, sim } = await stage(t);
  await ask('POST', '/phone/calls', { from: '2001', to: '07000000001' });
  await restartControl();
  const lost = await until(
    async () => (await line()).calls.find(({ state }) => state === 'lost'),
    'it is lost',
  );
  t.is(lost.line, '2001');
  await until(
    async () => (await ask('POST', '/phone/calls', { from: '2001', to: '07000000001' })).status === 200,
    'the phones are back',
  );
  const callee = sim.phones.find({
    number: '2001',
    address: undefined,
    byAccount: true,
    uuid: 'u',
    callerNumber: '',
  });
  t.truthy(callee);
});

test('a session that ends takes its stream, its line and its calls with it', async (t) => {
  const { ask, ended, sim } = await stage(t);
  await ask('POST', '/phone/calls', { from: '2001', to: '07000000001' });
  const stream = await ask('GET', '/phone/events?line=2001');
  ended.add('me');
  const text = await stream.text();
  t.regex(text, /^event: line\ndata: \{"number":"2001"/);
  await until(() => sim.phones.calls().every((call) => call.endedAt() !== undefined), 'its call is over');
  const phone = (await (await ask('GET', '/phone', undefined, 'other')).json()) as PhoneView;
  t.deepEqual(phone.lines, []);
});
