import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../components/check-field.tsx';
import { Field } from '../../components/field.tsx';
import { type DayDraft, dayProblem, type HoursDraft, toDayHours } from './hours-draft.ts';
import { TimePair } from './time-pair.tsx';
import { useHoursWords } from './use-hours-words.ts';

type Exceptions = HoursDraft['exceptions'];
type Props = { exceptions: Exceptions; onChange: (exceptions: Exceptions) => void };

const FIRST: DayDraft = { off: false, from: '10:00', to: '15:00', lunchFrom: '', lunchTo: '' };

/** Dates with hours of their own: they beat holidays and the weekday. */
export function ExceptionsField({ exceptions, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const words = useHoursWords();
  return (
    <section className="cw-stack" aria-labelledby="calendars-exceptions">
      <h2 id="calendars-exceptions">{t('calendars.exceptions')}</h2>
      <p className="cw-muted">{t('calendars.exceptionsHint')}</p>
      {exceptions.length > 0 && (
        <ul className="cw-day-chips">
          {exceptions.map(({ date, name, hours }) => (
            <li key={date}>
              <span>
                <span className="cw-number">{date}</span> {name} · {words.hours(hours)}
              </span>
              <button
                type="button"
                aria-label={t('calendars.takeOut', { date, name })}
                onClick={() => onChange(exceptions.filter((one) => one.date !== date))}
              >
                <CloseOutlined aria-hidden />
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewException exceptions={exceptions} onChange={onChange} />
    </section>
  );
}

function NewException({ exceptions, onChange }: Props): ReactElement {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [day, setDay] = useState(FIRST);
  const add = (): void => {
    const made = { date, name: name.trim() || t('calendars.exceptionName'), hours: toDayHours(day) };
    const all = [...exceptions.filter((one) => one.date !== date), made];
    onChange(all.sort((a, b) => (a.date < b.date ? -1 : 1)));
    setDate('');
    setName('');
  };
  return (
    <div className="cw-add-day">
      <Field
        label={t('calendars.exceptionDate')}
        type="date"
        min="2018-01-01"
        max="2099-12-31"
        value={date}
        onChange={({ target }) => setDate(target.value)}
      />
      <Field
        label={t('calendars.exceptionReason')}
        placeholder={t('calendars.exceptionName')}
        maxLength={40}
        autoComplete="off"
        value={name}
        onChange={({ target }) => setName(target.value)}
      />
      <CheckField
        label={t('calendars.holiday')}
        checked={day.off}
        onChange={({ target }) => setDay({ ...FIRST, off: target.checked })}
      />
      {!day.off && <TimePair kind="work" of={t('calendars.exceptions')} day={day} onChange={setDay} />}
      <Button disabled={date === '' || dayProblem(day) !== null} onClick={add}>
        {t('calendars.addException')}
      </Button>
    </div>
  );
}
