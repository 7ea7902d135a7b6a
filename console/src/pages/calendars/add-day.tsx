import { Button } from 'antd';
import { type KeyboardEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NamedDate } from '../../../../contracts/calendar/settings.ts';
import { Field } from '../../components/field.tsx';

/** 날짜 설정: a date of the company's own with its name. It stands within a form, so Enter must not save that. */
export function AddDay({ year, onAdd }: { year: number; onAdd: (day: NamedDate) => void }): ReactElement {
  const { t } = useTranslation();
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const add = (): void => {
    if (date === '') return;
    onAdd({ date, name: name.trim() === '' ? t('calendars.ownHoliday') : name.trim() });
    setDate('');
    setName('');
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    add();
  };
  return (
    <div className="cw-add-day">
      <Field
        label={t('calendars.addDate')}
        type="date"
        min="2018-01-01"
        max="2099-12-31"
        value={date}
        onKeyDown={onKeyDown}
        onChange={({ target }) => setDate(target.value)}
      />
      <Field
        label={t('calendars.addName')}
        placeholder={t('calendars.ownHoliday')}
        maxLength={40}
        autoComplete="off"
        value={name}
        onKeyDown={onKeyDown}
        onChange={({ target }) => setName(target.value)}
      />
      <Button disabled={date === ''} onClick={add}>
        {t('calendars.add')}
      </Button>
      {date !== '' && !date.startsWith(String(year)) && (
        <p className="cw-muted">{t('calendars.otherYear', { year: date.slice(0, 4) })}</p>
      )}
    </div>
  );
}
