import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoggedCall } from './core/call-log.ts';
import { duration } from './duration.ts';

const TIME = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Seoul',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** The calls of this tab, newest first; each can be dialled again. */
export function CallLogList({
  calls,
  busy,
  onDial,
  onClear,
}: {
  calls: readonly LoggedCall[];
  busy: boolean;
  onDial: (number: string) => void;
  onClear: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const wayOf = (call: LoggedCall): string =>
    call.direction === 'out'
      ? t('phone.log.out')
      : call.answeredAt === null
        ? t('phone.log.missed')
        : t('phone.log.in');
  const lengthOf = ({ answeredAt, endedAt, startedAt }: LoggedCall): string =>
    answeredAt === null ? t('phone.log.notAnswered') : duration((endedAt ?? startedAt) - answeredAt);
  return (
    <section className="cw-card cw-phone-log" aria-label={t('phone.log.title')}>
      <div className="cw-row">
        <h2>{t('phone.log.title')}</h2>
        {calls.length > 0 && (
          <Button size="small" onClick={onClear}>
            {t('phone.log.clear')}
          </Button>
        )}
      </div>
      {calls.length === 0 && <p className="cw-muted">{t('phone.log.empty')}</p>}
      <ul>
        {calls.map((call) => (
          <li key={call.id}>
            <div>
              <span className="cw-number">{call.peer}</span>
              <small className="cw-muted">
                {wayOf(call)} · {TIME.format(call.startedAt)} · {lengthOf(call)}
              </small>
            </div>
            <Button
              size="small"
              disabled={busy || call.peer === ''}
              aria-label={t('phone.log.againTo', { number: call.peer })}
              onClick={() => onDial(call.peer)}
            >
              {t('phone.log.again')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
