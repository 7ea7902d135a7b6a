import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { VerdictView } from '../../../../contracts/api/calendars.ts';
import { useHoursWords } from './use-hours-words.ts';

type Day = VerdictView['days'][number];

const MINUTES_A_DAY = 24 * 60;
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** The next fourteen days, each as a bar from 0 to 24 o'clock with its hours in words. */
export function Fortnight({ days }: { days: readonly Day[] }): ReactElement {
  const { t } = useTranslation();
  const words = useHoursWords();
  return (
    <div className="cw-stack">
      <h3>{t('calendars.fortnight')}</h3>
      <ol className="cw-fortnight">
        {days.map((day) => (
          <li key={day.date} data-weekend={day.weekday === 'sun' || day.weekday === 'sat'}>
            <span className="cw-number">{words.date(day).slice(5)}</span>
            <Bar day={day} />
            <span className="cw-fortnight-words">{said(day, t('calendars.dayOff'))}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Bar({ day }: { day: Day }): ReactElement {
  return (
    <span className="cw-day-bar" aria-hidden>
      {day.stretches.map(({ from, to, verdict }) => (
        <span
          key={from}
          data-verdict={verdict}
          title={`${from}–${to}`}
          style={{ width: `${((minutes(to) - minutes(from)) / MINUTES_A_DAY) * 100}%` }}
        />
      ))}
    </span>
  );
}

/** Open stretches, or the name of the holiday. */
function said({ why, stretches }: Day, dayOff: string): string {
  const name = 'name' in why ? why.name : undefined;
  const open = stretches.filter(({ verdict }) => verdict === 'open').map(({ from, to }) => `${from}–${to}`);
  const words = open.length === 0 ? (name ?? dayOff) : open.join(', ');
  return open.length > 0 && name !== undefined ? `${words} · ${name}` : words;
}
