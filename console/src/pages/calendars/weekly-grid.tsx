import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Weekday } from '../../../../contracts/scenario/calendar.ts';
import { BulkRow } from './bulk-row.tsx';
import { DAY_OFF, DAYS, type DayDraft, dayProblem, type HoursDraft, USUAL_DAY } from './hours-draft.ts';
import { TimePair } from './time-pair.tsx';

type Days = HoursDraft['days'];

/** 요일별설정 (MO-60, MO-61): each weekday's work and lunch; a day marked 휴일 has none. */
export function WeeklyGrid({ days, onChange }: { days: Days; onChange: (days: Days) => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="cw-stack" aria-labelledby="calendars-weekly">
      <h2 id="calendars-weekly">{t('calendars.weekly')}</h2>
      <BulkRow days={days} onChange={onChange} />
      <table className="cw-week">
        <thead>
          <tr>
            <th scope="col">{t('calendars.weekday')}</th>
            <th scope="col">{t('calendars.holiday')}</th>
            <th scope="col">{t('calendars.workTime')}</th>
            <th scope="col">{t('calendars.lunchTime')}</th>
          </tr>
        </thead>
        <tbody>
          {DAYS.map((day) => (
            <DayRow
              key={day}
              day={day}
              draft={days[day]}
              onChange={(draft) => onChange({ ...days, [day]: draft })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function DayRow({
  day,
  draft,
  onChange,
}: {
  day: Weekday;
  draft: DayDraft;
  onChange: (draft: DayDraft) => void;
}): ReactElement {
  const { t } = useTranslation();
  const name = t(`calendars.day.${day}`);
  const problem = dayProblem(draft);
  const words = problem === null ? undefined : t(`calendars.problem.${problem}`);
  return (
    <tr data-off={draft.off}>
      <th scope="row">{name}</th>
      <td data-label={t('calendars.holiday')}>
        <input
          type="checkbox"
          checked={draft.off}
          aria-label={t('calendars.dayIsOff', { day: name })}
          onChange={({ target }) => onChange(target.checked ? DAY_OFF : USUAL_DAY)}
        />
      </td>
      <td data-label={t('calendars.workTime')}>
        <TimePair kind="work" of={name} day={draft} onChange={onChange} />
      </td>
      <td data-label={t('calendars.lunchTime')}>
        <TimePair kind="lunch" of={name} day={draft} onChange={onChange} />
        {words !== undefined && (
          <p className="cw-field-error" role="alert">
            {words}
          </p>
        )}
      </td>
    </tr>
  );
}
