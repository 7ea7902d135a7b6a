import MailComposer from 'nodemailer/lib/mail-composer';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { ClaimedMail, MailOutcome } from '../../db/repositories/outbox-delivery.ts';
import type { MailServer } from './mail-server.ts';

/** Hands one mail to the server and says what certainly happened to it. Never rejects. */
export type Deliver = (mail: ClaimedMail) => Promise<MailOutcome>;

/** Mails are small: a server that is silent for this long has gone, ms. */
const SILENCE_MS = 20_000;
/** First wait before another try, ms; doubled with each. */
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** With the waits above, some five hours. */
const TRIES = 12;

/** nodemailer's errors: `responseCode` is there only when the server said no itself. */
type SmtpError = { code?: string; responseCode?: number; response?: string; message?: string };

/** How long after this many tries the next one comes, ms. */
export const waitAfter = (attempt: number): number =>
  Math.min(FIRST_WAIT_MS * 2 ** (attempt - 1), LONGEST_WAIT_MS);

/**
 * Sends by nodemailer's connection, step by step: that is how one knows afterwards whether the mail was handed over.
 * Before the envelope nothing was sent; a server's own no is a no; a broken connection after that may have been a yes.
 */
export const createDelivery =
  (server: MailServer, from: string): Deliver =>
  async (mail) => {
    const connection = openConnection(server);
    const broken = new Promise<SmtpError>((resolve) => connection.on('error', resolve));
    const orBroken = (step: (done: (error: unknown) => void) => void): Promise<SmtpError | undefined> =>
      Promise.race([
        broken,
        new Promise<SmtpError | undefined>((resolve) => step((e) => resolve(e ? toError(e) : undefined))),
      ]);
    try {
      const body = await compose(mail, from);
      const notOpen = await orBroken((done) => connection.connect(done));
      if (notOpen) return tryAgain(mail, notOpen);
      const { login } = server;
      const notIn = login && (await orBroken((done) => connection.login({ ...login }, done)));
      if (notIn) return tryAgain(mail, notIn);
      const envelope = { from: addressIn(from), to: mail.to };
      const error = await orBroken((done) => connection.send(envelope, body, done));
      return error === undefined ? { kind: 'sent' } : outcomeOf(mail, error);
    } catch (error) {
      // Only composing throws, and it comes before anything was sent.
      return { kind: 'refused', error: sentence(toError(error)) };
    } finally {
      connection.close();
    }
  };

const openConnection = (server: MailServer): SMTPConnection =>
  new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.implicitTls,
    requireTLS: server.needsTls && !server.implicitTls,
    ignoreTLS: !server.needsTls,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
    dnsTimeout: SILENCE_MS,
  });

/** One Message-ID for all tries of a mail: should two arrive after all, readers show them as one. */
const compose = (mail: ClaimedMail, from: string): Promise<Buffer> =>
  new MailComposer({
    from,
    to: mail.to,
    subject: mail.subject,
    text: mail.body,
    messageId: `<${mail.id}@${addressIn(from).replace(/^.*@/, '')}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

const addressIn = (from: string): string => /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();

const toError = (error: unknown): SmtpError => (error instanceof Error ? error : { message: String(error) });

function outcomeOf(mail: ClaimedMail, error: SmtpError): MailOutcome {
  const said = error.responseCode ?? 0;
  // 421 is a server that leaves, at any moment: no answer to what was just sent.
  const answered = (error.code === 'EENVELOPE' || error.code === 'EMESSAGE') && said !== 421;
  if (answered && said >= 500) return { kind: 'refused', error: sentence(error) };
  if (answered && said >= 400) return tryAgain(mail, error);
  return { kind: 'unknown', error: sentence(error) };
}

const tryAgain = (mail: ClaimedMail, error: SmtpError): MailOutcome =>
  mail.attempt >= TRIES
    ? { kind: 'refused', error: `${sentence(error)} (after ${TRIES} tries)` }
    : { kind: 'later', error: sentence(error), afterMs: waitAfter(mail.attempt) };

/** What administrators read: the server's own words, on one line. */
const sentence = (error: SmtpError): string =>
  (error.response ?? `${error.code ?? 'error'}: ${error.message ?? ''}`)
    .replace(/\p{Cc}+/gu, ' ')
    .slice(0, 200);
