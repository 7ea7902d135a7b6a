import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import test from 'ava';
import { type EventStream, openEvents } from '../../api/testing/read-events.ts';
import { createTestUser } from '../../api/testing/test-user.ts';
import { CallTechnicalView } from '../../contracts/api/call-technical.ts';
import { CallDetailView } from '../../contracts/api/calls.ts';
import { LiveCall } from '../../contracts/api/live.ts';
import type { ScenarioDraft } from '../../contracts/scenario/document.ts';
import { DEMO_NUMBERS } from '../../workers/setup/demo-numbers.ts';
import { useTestEngine } from '../support/engine.ts';
import { CALLER, hearsNow, isOver, placeMenuCall, storedCall } from '../support/menu-call.ts';
import { placePinCall, RIGHT_PIN } from '../support/pin-call.ts';
import { until } from '../support/until.ts';

const MESSAGE_LINE = '07000000007';
const PROMPT = 'ko/bench/goodbye.wav';
const messageLine: ScenarioDraft = {
  schema: 1,
  name: '메시지',
  language: 'ko',
  entry: 'pickUp',
  blocks: {
    pickUp: { type: 'answer', next: { done: 'message' } },
    message: {
      type: 'leaveMessage',
      prompts: [PROMPT],
      next: { recorded: 'end', empty: 'end', failed: 'end' },
    },
    end: { type: 'hangup' },
  },
};

const engine = useTestEngine(test, {
  numbers: [...DEMO_NUMBERS, { digits: MESSAGE_LINE, draft: messageLine }],
});
const PASSWORD = 'four words in a row';
type Answer = { status: number; cookie: string; text: string };

function ask(method: string, path: string, cookie: string, body = ''): Promise<Answer> {
  const headers = { Cookie: cookie, 'X-Callwright': '1', 'Content-Type': 'application/json' };
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: engine().port, method, path, headers, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const given = incoming.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
        resolve({
          status: incoming.statusCode ?? 0,
          cookie: given,
          text: Buffer.concat(chunks).toString('latin1'),
        });
      });
    })
      .on('error', reject)
      .end(body);
  });
}

/** Signs an administrator in as a browser does; returns the cookie. */
async function signIn(): Promise<string> {
  const user = await createTestUser(engine().database, { password: PASSWORD });
  const body = JSON.stringify({ email: user.email, password: PASSWORD });
  const { status, cookie, text } = await ask('POST', '/api/v1/session', '', body);
  if (status !== 200) throw new Error(text);
  return cookie;
}

const utf8 = (text: string): unknown => JSON.parse(Buffer.from(text, 'latin1').toString('utf8'));

/** Blocks that the stream showed the call in, in order. */
const blocksOf = (stream: EventStream, call: string): (string | null)[] =>
  stream.received.flatMap((one) => {
    const parsed = one.event === 'call' ? LiveCall.safeParse(one.data).data : undefined;
    return parsed?.id === call ? [parsed.block] : [];
  });

test.serial('a call is seen live in each menu that it is in, and gone when it is over', async (t) => {
  const cookie = await signIn();
  const stream = await openEvents(engine().port, '/api/v1/live/calls', { Cookie: cookie });
  t.is(stream.status, 200);
  const call = await placeMenuCall(engine(), { listensMs: () => 900 });
  await stream.until((one) => one.event === 'gone' && JSON.stringify(one.data).includes(call.uuid));
  const menus = blocksOf(stream, call.uuid).filter((block) => block?.includes('menu') === true);
  t.is(new Set(menus).size, 3, JSON.stringify(menus));
  stream.close();
});

test.serial(
  'a message that ends with the call can be listened to, and so can one that ends with a key',
  async (t) => {
    const cookie = await signIn();
    for (const end of ['key', 'hang-up'] as const) {
      const phones = engine().phones();
      const { uuid } = await phones.placeCall(CALLER, MESSAGE_LINE);
      await phones.waitFor(uuid, (call) => hearsNow(call, PROMPT));
      await phones.waitFor(uuid, (call) => !hearsNow(call, PROMPT));
      await pause(2_500);
      if (end === 'key') await phones.press(uuid, '#');
      else await phones.hangUp(uuid);
      await phones.waitFor(uuid, isOver);
      await storedCall(engine(), uuid);
      const found = await until(async () => {
        const { text } = await ask('GET', `/api/v1/calls/${uuid}`, cookie);
        const call = CallDetailView.parse(utf8(text));
        return call.steps.find(({ blockType }) => blockType === 'leaveMessage')?.recording ?? undefined;
      }, `the message of a call that ended by ${end}`);
      const heard = await ask('GET', `/api/v1/calls/${uuid}/recordings/${found}`, cookie);
      t.is(heard.status, 200);
      t.true(heard.text.startsWith('RIFF'));
      t.true(heard.text.length > 8_000, `${heard.text.length} bytes`);
    }
  },
);

test.serial('the technical view of a call holds its events, and no PIN', async (t) => {
  const cookie = await signIn();
  const { uuid } = await placePinCall(engine(), { number: CALLER, name: 'x' }, [RIGHT_PIN]);
  await storedCall(engine(), uuid);
  const { text } = await ask('GET', `/api/v1/calls/${uuid}/technical`, cookie);
  const view = CallTechnicalView.parse(utf8(text));
  t.is(view.history, 'complete');
  const kinds = new Set(view.entries.map(({ kind, name }) => `${kind} ${name}`));
  for (const one of [
    'workflow started',
    'event arrived',
    'event collected',
    'verb collect',
    'activity issueVerbs',
  ])
    t.true(kinds.has(one), `${one} in ${[...kinds]}`);
  t.false(text.includes(RIGHT_PIN));
  t.is((await ask('GET', `/api/v1/calls/${uuid}/graph`, cookie)).status, 200);
});
