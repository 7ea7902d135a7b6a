import test from 'ava';
import { CallwrightError } from '../../contracts/errors.ts';
import type { ReportRequest } from '../../contracts/message/provider.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startTestApi } from '../testing/test-api.ts';
import type { MessageReports, ReportOutcome } from './message-reports.ts';

const db = useTestDatabase(test);
const SECRET = 'a-path-secret-of-24-letters';
const HERE = `/hooks/messages/webhook/${SECRET}`;

async function hook(receive: (request: ReportRequest) => Promise<ReportOutcome>) {
  const got: ReportRequest[] = [];
  const messageReports: MessageReports = {
    provider: 'webhook',
    secret: SECRET,
    receive: (request) => {
      got.push(request);
      return receive(request);
    },
  };
  const http = await startTestApi(db(), { messageReports });
  // As a provider sends: without our header.
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    http.send('POST', path, body, { 'X-Callwright': '', ...headers });
  return { http, got, post };
}

test('a report comes byte by byte as it was sent, and is answered when it is stored', async (t) => {
  let stored = false;
  const { http, got, post } = await hook(async () => {
    await new Promise((resolve) => setImmediate(resolve));
    stored = true;
    return 'taken';
  });
  const body = '{ "a" : "가" }\r\n';
  const answer = await post(HERE, body, {
    'Content-Type': 'text/plain; charset=iso-8859-1',
    'X-Toast-Webhook-Signature': 's',
  });
  t.is(answer.status, 200);
  t.true(stored);
  t.is(got[0]?.body, body);
  t.is(got[0]?.headers['x-toast-webhook-signature'], 's');
  await http.api.close();
});

test('another secret, another provider and no setting at all answer as nothing', async (t) => {
  const { http, got, post } = await hook(async () => 'taken');
  const wrong = [
    `/hooks/messages/webhook/${SECRET}x`,
    '/hooks/messages/webhook/x',
    `/hooks/messages/nhn/${SECRET}`,
    `/hooks/messages/outbox/${SECRET}`,
  ];
  for (const path of wrong) t.is((await post(path, '{}')).status, 404, path);
  t.is((await http.get(HERE)).status, 404);
  t.is(got.length, 0);
  await http.api.close();
  const none = await startTestApi(db());
  t.is((await none.send('POST', HERE, '{}')).status, 404);
  await none.api.close();
});

test('what is forged, unreadable or too long is told apart, and what could not be stored comes again', async (t) => {
  const { http, post } = await hook(async ({ body }) => {
    if (body === 'down') throw new CallwrightError('db/unavailable', 'the database is away');
    return body === 'forged' ? 'refused' : 'malformed';
  });
  t.is((await post(HERE, 'forged')).status, 403);
  t.is((await post(HERE, 'nonsense')).status, 400);
  t.is((await post(HERE, '')).status, 400);
  t.is((await post(HERE, 'down')).status, 503);
  t.is((await post(HERE, 'x'.repeat(1_024 * 1_024 + 1))).status, 413);
  await http.api.close();
});

test('the secret stands in no log line and in no answer', async (t) => {
  const { http, post } = await hook(async () => 'malformed');
  const answer = await post(HERE, 'x');
  t.false(answer.text.includes(SECRET));
  t.true(http.logged.length > 0);
  t.false(http.logged.join().includes(SECRET));
  await http.api.close();
});
