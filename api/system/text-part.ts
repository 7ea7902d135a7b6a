import type { SystemPartView } from '../../contracts/api/system.ts';
import type { ProviderName } from '../../contracts/message/kinds.ts';
import type { TextFacts } from '../../db/repositories/system-facts.ts';
import { isoOrNull } from '../http/iso.ts';
import { adviceFor } from './advice.ts';

/** How texts go out: by which company, or kept. Undefined facts: the database did not tell. */
export function textPart(
  texts: TextFacts | undefined,
  { provider, delivers }: { provider: ProviderName; delivers: boolean },
): SystemPartView {
  const part = {
    part: 'texts',
    version: null,
    detail: { ko: `대기 ${texts?.waiting ?? 0}건`, en: `${texts?.waiting ?? 0} waiting` },
    lastSuccessAt: isoOrNull(texts?.lastAcceptedAt ?? null),
    lastErrorAt: isoOrNull(texts?.lastPutOffAt ?? null),
    lastError: texts?.lastReason ?? null,
  };
  if (!delivers)
    return {
      ...part,
      title: { ko: '문자 (보관만)', en: 'Texts (outbox)' },
      state: 'off',
      advice: adviceFor('texts/kept'),
    };
  const failing = (texts?.putOff ?? 0) > 0;
  return {
    ...part,
    title: { ko: `문자 (${provider})`, en: `Texts (${provider})` },
    state: texts === undefined || failing ? 'degraded' : 'ok',
    advice: failing ? adviceFor('texts/failing') : texts === undefined ? adviceFor('part/failing') : null,
  };
}
