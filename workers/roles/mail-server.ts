import { CallwrightError } from '../../contracts/errors.ts';

/** The mail server that takes our mails. */
export type MailServer = {
  host: string;
  port: number;
  /** TLS from the first byte (`smtps:`); else STARTTLS is asked for. */
  implicitTls: boolean;
  /** False on this machine only: mails hold links that sign people in. */
  needsTls: boolean;
  login: { user: string; pass: string } | undefined;
};

const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1']);

/**
 * Reads `smtp://user:password@host:587` or `smtps://…:465`; the password is never quoted. `config/invalid` for anything
 * else.
 */
export function parseSmtpUrl(text: string): MailServer {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const known = url?.protocol === 'smtp:' || url?.protocol === 'smtps:';
  if (url === undefined || !known || url.hostname === '')
    throw new CallwrightError(
      'config/invalid',
      'SMTP_URL must be smtp://user:password@host:587 or smtps://…:465',
    );
  const implicitTls = url.protocol === 'smtps:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const user = decodeURIComponent(url.username);
  return {
    host,
    port: url.port === '' ? (implicitTls ? 465 : 587) : Number(url.port),
    implicitTls,
    needsTls: !LOOPBACK.has(host),
    login: user === '' ? undefined : { user, pass: decodeURIComponent(url.password) },
  };
}
