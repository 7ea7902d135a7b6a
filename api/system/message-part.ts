import type { SystemPartView } from '../../contracts/api/system.ts';
import type { MailFacts } from '../../db/repositories/system-facts.ts';
import { adviceFor } from './advice.ts';

const iso = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

/** How messages go out: by a mail server, or kept in the outbox. Undefined facts: the database did not tell. */
export function messagePart(mails: MailFacts | undefined, delivers: boolean): SystemPartView {
  const part = {
    part: 'messages',
    version: null,
    lastSuccessAt: iso(mails?.lastSentAt ?? null),
    lastErrorAt: iso(mails?.lastFailedAt ?? null),
    lastError: mails?.lastFailedAt == null ? null : 'a mail was not sent: see the outbox',
  };
  const waiting = mails?.waiting ?? 0;
  if (!delivers) {
    const kept = mails?.kept ?? 0;
    return {
      ...part,
      title: { ko: '메일 (보관만)', en: 'Mail (outbox)' },
      state: 'off',
      detail: { ko: `최근 7일 ${kept}건 보관`, en: `${kept} kept in 7 days` },
      advice: adviceFor('messages/kept'),
    };
  }
  const failing = (mails?.lastFailedAt ?? 0) > (mails?.lastSentAt ?? 0);
  return {
    ...part,
    title: { ko: '메일 (SMTP)', en: 'Mail (SMTP)' },
    state: mails === undefined || failing ? 'degraded' : 'ok',
    detail: { ko: `대기 ${waiting}건`, en: `${waiting} waiting` },
    advice: failing ? adviceFor('messages/failing') : null,
  };
}
