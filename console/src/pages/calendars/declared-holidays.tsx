import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeclaredHolidayView } from '../../../../contracts/api/calendars.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../components/check-field.tsx';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { declaredQuery, HOLIDAYS } from './calendars-query.ts';

/** Holidays that no list knew: elections, 임시공휴일. Each calendar that subscribes has them at once. */
export function DeclaredHolidays(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(declaredQuery);
  const manages = useMay('calendars.manage');
  const columns = useDeclaredColumns();
  return (
    <div className="cw-stack">
      <p className="cw-muted">{t('calendars.declaredHint')}</p>
      {manages && <NewHoliday />}
      <Loaded query={list}>
        {({ holidays }) => (
          <DataTable<DeclaredHolidayView>
            name="declared-holidays"
            label={t('calendars.declared')}
            columns={columns}
            rows={holidays}
            rowKey={({ date, tenant }) => `${date} ${tenant ?? ''}`}
            empty={<EmptyState title={t('calendars.noDeclared')} />}
          />
        )}
      </Loaded>
    </div>
  );
}

function NewHoliday(): ReactElement {
  const { t } = useTranslation();
  const platform = useMay('tenants.manage');
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const [everywhere, setEverywhere] = useState(false);
  const declaring = useChange(HOLIDAYS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { date, name, everywhere };
    declaring.mutate({ method: 'POST', path: '/declared-holidays', body }, { onSuccess: () => setName('') });
  };
  return (
    <form className="cw-add-day cw-card" onSubmit={submit}>
      <Field
        label={t('calendars.addDate')}
        type="date"
        min="2018-01-01"
        max="2099-12-31"
        value={date}
        required
        onChange={({ target }) => setDate(target.value)}
      />
      <Field
        label={t('calendars.addName')}
        value={name}
        maxLength={40}
        autoComplete="off"
        required
        onChange={({ target }) => setName(target.value)}
      />
      {platform && (
        <CheckField
          label={t('calendars.everywhere')}
          checked={everywhere}
          onChange={({ target }) => setEverywhere(target.checked)}
        />
      )}
      <Button type="primary" htmlType="submit" loading={declaring.isPending}>
        {t('calendars.declare')}
      </Button>
      <FormProblem problem={declaring.error} />
    </form>
  );
}

function useDeclaredColumns(): readonly Column<DeclaredHolidayView>[] {
  const { t } = useTranslation();
  const manages = useMay('calendars.manage');
  const platform = useMay('tenants.manage');
  const withdrawing = useChange(HOLIDAYS);
  const withdraw = ({ date, tenant }: DeclaredHolidayView): void =>
    withdrawing.mutate({
      method: 'DELETE',
      path: `/declared-holidays?date=${date}&everywhere=${String(tenant === null)}`,
    });
  const columns: Column<DeclaredHolidayView>[] = [
    {
      key: 'date',
      title: t('calendars.addDate'),
      cell: ({ date }) => <span className="cw-number">{date}</span>,
      fixed: true,
    },
    { key: 'name', title: t('calendars.addName'), cell: ({ name }) => name, fixed: true },
    {
      key: 'scope',
      title: t('calendars.scope'),
      cell: ({ tenant }) => (tenant === null ? t('calendars.everybody') : t('calendars.oneCompany')),
      fixed: true,
    },
  ];
  if (!manages) return columns;
  const remove: Column<DeclaredHolidayView> = {
    key: 'remove',
    title: t('calendars.remove'),
    cell: (holiday) =>
      (holiday.tenant !== null || platform) && (
        <Button size="small" onClick={() => withdraw(holiday)}>
          {t('calendars.withdraw', { date: holiday.date })}
        </Button>
      ),
    fixed: true,
  };
  return [...columns, remove];
}
