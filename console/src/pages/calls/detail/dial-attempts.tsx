import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DialAttemptView } from '../../../../../contracts/api/calls.ts';
import { timeOfDay } from '../../../components/date-time.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import { spanMs } from '../durations.ts';
import { useCallWords } from '../use-call-words.ts';

const TONE: Readonly<Record<DialAttemptView['state'], Tone>> = {
  planned: 'idle',
  sent: 'info',
  answered: 'ok',
  ended: 'idle',
  unknown: 'warn',
};

/** Whom the call dialled, each with what came of it. */
export function DialAttempts({ attempts }: { attempts: readonly DialAttemptView[] }): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  return (
    <ul className="cw-dials">
      {attempts.map((attempt) => {
        const rang = spanMs(attempt.sentAt, attempt.answeredAt ?? attempt.endedAt);
        const talked = spanMs(attempt.answeredAt, attempt.endedAt);
        return (
          <li key={attempt.leg}>
            <span className="cw-row">
              <span className="cw-muted">{t(`calls.detail.dial.${attempt.targetKind}`)}</span>
              <MaskedNumber number={attempt.targetMasked} />
              <StatusTag tone={TONE[attempt.state]}>
                {t(`calls.detail.dial.state.${attempt.state}`)}
              </StatusTag>
              {attempt.cause !== null && <span title={attempt.cause}>{words.cause(attempt.cause)}</span>}
            </span>
            <span className="cw-row cw-muted cw-number">
              {attempt.sentAt !== null && <time dateTime={attempt.sentAt}>{timeOfDay(attempt.sentAt)}</time>}
              {rang !== null && (
                <span>
                  {t('calls.detail.dial.rang')} {words.duration(rang)}
                </span>
              )}
              {talked !== null && (
                <span>
                  {t('calls.detail.dial.talked')} {words.duration(talked)}
                </span>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
