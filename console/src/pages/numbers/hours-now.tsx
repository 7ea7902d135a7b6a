import { CoffeeOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoursTodayView } from '../../../../contracts/api/numbers.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONE = { open: 'ok', closed: 'idle', lunch: 'warn', holiday: 'info' } as const;

/** What each calendar of the scenario says now, and its hours of today. */
export function HoursNow({ hours }: { hours: readonly HoursTodayView[] }): ReactElement {
  const { t } = useTranslation();
  if (hours.length === 0) return <span className="cw-muted">{t('numbers.noHours')}</span>;
  return (
    <ul className="cw-hours">
      {hours.map(({ calendar, verdict, work, lunch }) => (
        <li key={calendar}>
          {hours.length > 1 && <span>{calendar}</span>}
          <StatusTag
            tone={TONE[verdict]}
            {...(verdict === 'lunch' ? { icon: <CoffeeOutlined aria-hidden /> } : {})}
          >
            {t(`numbers.verdict.${verdict}`)}
          </StatusTag>
          <span className="cw-muted cw-number">
            {work === null ? t('numbers.dayOff') : t('numbers.work', { span: work })}
          </span>
          {lunch !== null && (
            <span className="cw-muted cw-number">{t('numbers.lunch', { span: lunch })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
