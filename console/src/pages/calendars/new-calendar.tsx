import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '../../../../contracts/api/calendars.ts';
import type { OwnerKind } from '../../../../contracts/calendar/owner.ts';
import type { CalendarSettings } from '../../../../contracts/calendar/settings.ts';
import { useMay, useSession } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { numbersQuery } from '../numbers/numbers-query.ts';
import { peopleQuery } from '../people/people-api.ts';
import { CALENDARS } from './calendars-query.ts';

const KINDS: readonly OwnerKind[] = ['company', 'number', 'department', 'user'];
const DAY = { work: { from: '09:00', to: '18:00' }, lunch: { from: '12:00', to: '13:00' } };
const FIRST: CalendarSettings = {
  zone: 'Asia/Seoul',
  enabled: true,
  weekly: { sun: 'holiday', mon: DAY, tue: DAY, wed: DAY, thu: DAY, fri: DAY, sat: 'holiday' },
  subscribed: true,
  added: [],
  removed: [],
  exceptions: [],
};

/** Hours for a number, a department, a person or the company; they open in the editor at once. */
export function NewCalendar({ onMade }: { onMade: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const [kind, setKind] = useState<OwnerKind>('company');
  const [ref, setRef] = useState('');
  const [name, setName] = useState('');
  const making = useChange<CalendarView>(CALENDARS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const owner = kind === 'company' ? { kind } : { kind, ref };
    making.mutate(
      { method: 'POST', path: '/calendars', body: { name, owner, settings: FIRST } },
      { onSuccess: ({ id }) => onMade(id) },
    );
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Choice
        label={t('calendars.field.owner')}
        value={kind}
        options={KINDS.map((value) => ({ value, label: t(`calendars.owner.${value}`) }))}
        onChange={(value) => {
          setKind(value);
          setRef('');
        }}
      />
      <OwnerField kind={kind} value={ref} onChange={setRef} />
      <Field
        label={t('calendars.field.name')}
        hint={t('calendars.nameHint')}
        value={name}
        maxLength={40}
        autoComplete="off"
        required
        onChange={({ target }) => setName(target.value)}
      />
      <FormProblem problem={making.error} words={{ 'request/conflict': t('calendars.taken') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={making.isPending}>
          {t('calendars.make')}
        </Button>
      </div>
    </form>
  );
}

function OwnerField({
  kind,
  value,
  onChange,
}: {
  kind: OwnerKind;
  value: string;
  onChange: (ref: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const options = useOwners(kind);
  if (kind === 'company') return null;
  const label = t(`calendars.owner.${kind}`);
  if (kind === 'department')
    return (
      <Field
        label={label}
        value={value}
        maxLength={40}
        autoComplete="off"
        required
        onChange={({ target }) => onChange(target.value)}
      />
    );
  return (
    <SelectField label={label} value={value} required onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('calendars.choose')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </SelectField>
  );
}

/** Numbers or people of one's own company. */
function useOwners(kind: OwnerKind): readonly { value: string; label: string }[] {
  const tenant = useSession().data?.user.tenant.id;
  const people = useMay('users.manage');
  const numbers = useQuery({ ...numbersQuery, enabled: kind === 'number' }).data?.numbers ?? [];
  const users = useQuery({ ...peopleQuery, enabled: kind === 'user' && people }).data?.users ?? [];
  if (kind === 'number')
    return numbers
      .filter((number) => number.tenant === tenant)
      .map(({ digits }) => ({ value: digits, label: spacedNumber(digits) }));
  return users.filter((user) => user.tenant === tenant).map(({ id, name }) => ({ value: id, label: name }));
}
