import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** Swedish writes dates as `YYYY-MM-DD HH:mm:ss`; the zone is Korea's wherever the browser is. */
const zone = { timeZone: 'Asia/Seoul' } as const;
const whole = new Intl.DateTimeFormat('sv-SE', { ...zone, dateStyle: 'short', timeStyle: 'medium' });
const time = new Intl.DateTimeFormat('sv-SE', { ...zone, timeStyle: 'medium' });

/** Instant (ISO 8601 text or epoch ms) → `YYYY-MM-DD HH:mm:ss` in Seoul. */
export const dateTime = (at: string | number): string => whole.format(new Date(at));

/** Instant → `HH:mm:ss` in Seoul. */
export const timeOfDay = (at: string | number): string => time.format(new Date(at));

/** An instant as everybody reads it here, exact for machines; a dash when there is none. */
export function DateTime({ at }: { at: string | number | null }): ReactElement {
  const { t } = useTranslation();
  if (at === null) return <span className="cw-muted">–</span>;
  return (
    <time className="cw-number" dateTime={new Date(at).toISOString()} title={t('components.timeZone')}>
      {dateTime(at)}
    </time>
  );
}
