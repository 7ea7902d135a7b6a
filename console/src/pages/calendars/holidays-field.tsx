import { CloseOutlined, LeftOutlined, RightOutlined, UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../components/check-field.tsx';
import { AddDay } from './add-day.tsx';
import { publicHolidaysQuery } from './calendars-query.ts';
import { chipsOf, removedOf, withAdded, withDay, withoutDay } from './holiday-chips.ts';
import type { HoursDraft } from './hours-draft.ts';

const FIRST_YEAR = 2018;
const LAST_YEAR = 2099;

/** 공휴일설정 (MO-59): the subscription, and each holiday of a year as a chip with × . */
export function HolidaysField({
  draft,
  onChange,
}: {
  draft: HoursDraft;
  onChange: (draft: HoursDraft) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [year, setYear] = useState(new Date().getFullYear());
  const known = useQuery(publicHolidaysQuery(year)).data?.holidays ?? [];
  const chips = chipsOf(draft, known, year);
  const removed = removedOf(draft, known);
  return (
    <section className="cw-stack" aria-labelledby="calendars-holidays">
      <h2 id="calendars-holidays">{t('calendars.holidays')}</h2>
      <CheckField
        label={t('calendars.subscribe')}
        hint={t('calendars.subscribeHint')}
        checked={draft.subscribed}
        onChange={({ target }) => onChange({ ...draft, subscribed: target.checked })}
      />
      <div className="cw-row">
        <button
          type="button"
          className="cw-icon-button"
          aria-label={t('calendars.yearBefore')}
          disabled={year <= FIRST_YEAR}
          onClick={() => setYear(year - 1)}
        >
          <LeftOutlined aria-hidden />
        </button>
        <h3 aria-live="polite">{t('calendars.holidaysOf', { year, total: chips.length })}</h3>
        <button
          type="button"
          className="cw-icon-button"
          aria-label={t('calendars.yearAfter')}
          disabled={year >= LAST_YEAR}
          onClick={() => setYear(year + 1)}
        >
          <RightOutlined aria-hidden />
        </button>
      </div>
      {chips.length === 0 ? (
        <p className="cw-muted">{t('calendars.noHolidays')}</p>
      ) : (
        <ul className="cw-day-chips" aria-label={t('calendars.holidaysOf', { year, total: chips.length })}>
          {chips.map((chip) => (
            <li key={`${chip.date}-${chip.added}`} data-added={chip.added}>
              <span>
                <span className="cw-number">{chip.date.slice(5)}</span> {chip.name}
                {chip.added && <span className="cw-muted"> · {t('calendars.addedMark')}</span>}
              </span>
              <button
                type="button"
                aria-label={t('calendars.takeOut', { date: chip.date, name: chip.name })}
                onClick={() => onChange(withoutDay(draft, chip))}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      {removed.length > 0 && (
        <>
          <h3>{t('calendars.removed')}</h3>
          <ul className="cw-day-chips">
            {removed.map(({ date, name }) => (
              <li key={date} data-removed="true">
                <span>
                  <span className="cw-number">{date.slice(5)}</span> {name}
                </span>
                <button
                  type="button"
                  aria-label={t('calendars.putBack', { date, name })}
                  onClick={() => onChange(withDay(draft, date))}
                >
                  <UndoOutlined aria-hidden />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <AddDay
        year={year}
        onAdd={(day) => {
          onChange(withAdded(draft, day));
          setYear(Number(day.date.slice(0, 4)));
        }}
      />
    </section>
  );
}
