import test, { type ExecutionContext } from 'ava';
import type { ClaimedMail } from '../../db/repositories/outbox-delivery.ts';
import { DEMO_TENANT } from '../../db/repositories/tenants.ts';
import { system } from '../../db/testing/samples.ts';
import { useTestDatabase } from '../../db/testing/test-database.ts';
import { startMailSender } from './mail-sender.ts';
import { parseSmtpUrl } from './mail-server.ts';
import { createDelivery, waitAfter } from './mail-transport.ts';
import { type SmtpAnswers, startSmtpServer } from './testing/smtp-server.ts';

const db = useTestDatabase(test, { prepare: ({ tenants }) => tenants.ensureDemoTenant(system) });
const FROM = 'Callwright <no-reply@example.com>';
const mail: ClaimedMail = {
  id: '3f1de6f0-4d1f-4a3c-9a55-000000000001',
  attempt: 1,
  to: 'someone@example.com',
  subject: '초대 / Invitation',
  body: '안녕하세요\nhttp://127.0.0.1:3000/invitation#token\n',
};

async function outcomeWith(answers: SmtpAnswers, different: Partial<ClaimedMail> = {}) {
  const server = await startSmtpServer(answers);
  const deliver = createDelivery(parseSmtpUrl(`smtp://127.0.0.1:${server.port}`), FROM);
  const outcome = await deliver({ ...mail, ...different });
  await server.close();
  return { outcome, received: server.received };
}

test('a mail arrives with its subject, its text and one Message-ID for all its tries', async (t) => {
  const { outcome, received } = await outcomeWith({});
  t.deepEqual(outcome, { kind: 'sent' });
  const [text = ''] = received;
  t.regex(text, /^From: Callwright <no-reply@example\.com>$/m);
  t.regex(text, /^To: someone@example\.com$/m);
  t.regex(text, /^Message-ID: <3f1de6f0-4d1f-4a3c-9a55-000000000001@example\.com>$/im);
  const encoded = /\r\n\r\n([\s\S]*)$/.exec(text)?.[1] ?? '';
  t.regex(Buffer.from(encoded, 'base64').toString() + encoded, /invitation#token/);
});

test('a server’s own no is a no: for good or for now', async (t) => {
  t.like((await outcomeWith({ rcpt: '550 no such mailbox' })).outcome, { kind: 'refused' });
  t.like((await outcomeWith({ message: '554 spam' })).outcome, { kind: 'refused' });
  t.like((await outcomeWith({ rcpt: '451 greylisted' })).outcome, { kind: 'later', afterMs: 30_000 });
  t.like((await outcomeWith({ data: '452 full' })).outcome, { kind: 'later' });
  t.like((await outcomeWith({ greeting: '554 go away' })).outcome, { kind: 'later' }, 'nothing was sent yet');
});

test('a connection that breaks after the text may have been a yes', async (t) => {
  const { outcome, received } = await outcomeWith({ message: 'hang-up' });
  t.is(outcome.kind, 'unknown');
  t.is(received.length, 1);
  t.is((await outcomeWith({ message: '421 leaving' })).outcome.kind, 'unknown');
});

test('without a connection nothing was sent; waits grow and tries end', async (t) => {
  const server = await startSmtpServer();
  await server.close();
  const deliver = createDelivery(parseSmtpUrl(`smtp://127.0.0.1:${server.port}`), FROM);
  t.like(await deliver(mail), { kind: 'later', afterMs: 30_000 });
  t.like(await deliver({ ...mail, attempt: 12 }), { kind: 'refused' });
  t.deepEqual([1, 2, 3, 20].map(waitAfter), [30_000, 60_000, 120_000, 3_600_000]);
});

/** Runs a sender until it has nothing to do. */
async function runUntilIdle(t: ExecutionContext, answers: SmtpAnswers): Promise<string[]> {
  const server = await startSmtpServer(answers);
  const log = { info: () => undefined, warn: (_: object, words: string) => t.log(words) };
  const deliver = createDelivery(parseSmtpUrl(`smtp://127.0.0.1:${server.port}`), FROM);
  await new Promise<void>((resolve) => {
    const pause = async (): Promise<void> => {
      void sender.close();
      resolve();
    };
    const sender = startMailSender({ outbox: db().repositories.outbox, deliver, log, pause });
  });
  await server.close();
  return server.received;
}

test.serial('the sender empties the outbox; a mail of unknown fate is not sent again', async (t) => {
  const { outbox } = db().repositories;
  const queued = {
    tenant: DEMO_TENANT,
    kind: 'notice',
    to: 'a@example.com',
    subject: 's',
    body: 'b',
  } as const;
  const ids = [await outbox.queue(system, queued, true), await outbox.queue(system, queued, true)];
  t.is((await runUntilIdle(t, {})).length, 2);
  for (const id of ids) t.like(await outbox.read(system, id), { state: 'sent', attempts: 1 });
  const lost = await outbox.queue(system, queued, true);
  t.is((await runUntilIdle(t, { message: 'hang-up' })).length, 1);
  t.is((await runUntilIdle(t, {})).length, 0);
  const row = await outbox.read(system, lost);
  t.is(row?.state, 'failed');
  t.regex(row?.lastError ?? '', /may have been sent/);
});

test('SMTP_URL: TLS but on this machine; what is wrong is said without the password', (t) => {
  t.like(parseSmtpUrl('smtp://user:p%40ss@mail.example.com'), {
    host: 'mail.example.com',
    port: 587,
    implicitTls: false,
    needsTls: true,
    login: { user: 'user', pass: 'p@ss' },
  });
  t.like(parseSmtpUrl('smtps://mail.example.com'), { port: 465, implicitTls: true, login: undefined });
  t.false(parseSmtpUrl('smtp://[::1]:25').needsTls);
  for (const wrong of ['mail.example.com', 'http://u:hidden@x', 'smtp://']) {
    const error = t.throws(() => parseSmtpUrl(wrong), { name: 'CallwrightError' });
    t.notRegex(error.message, /hidden/);
  }
});
