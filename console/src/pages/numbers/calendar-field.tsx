import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { useMay } from '../../api/session.ts';
import { SelectField } from '../../components/select-field.tsx';
import { calendarsQuery } from './numbers-query.ts';

/** Which business hours a scenario gets when it asks for those of the number. */
export function CalendarField({
  number,
  value,
  onChange,
}: {
  number: NumberView;
  value: string;
  onChange: (id: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const may = useMay('calendars.read');
  const list = useQuery({ ...calendarsQuery, enabled: may }).data?.calendars ?? [];
  const known = list.filter(({ tenant }) => tenant === number.tenant).map(({ id, name }) => ({ id, name }));
  const { calendar } = number;
  if (calendar !== null && !known.some(({ id }) => id === calendar.id)) known.unshift(calendar);
  if (known.length === 0) return null;
  return (
    <SelectField
      label={t('numbers.edit.calendar')}
      hint={t('numbers.edit.calendarHint')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('numbers.edit.noCalendar')}</option>
      {known.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
