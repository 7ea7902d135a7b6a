import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarSummary } from '../../../../contracts/api/calendars.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';
import { OwnerWords } from './owner-words.tsx';
import { VerdictTag } from './verdict-tag.tsx';

/** What the list shows of a calendar. */
export function useCalendarColumns(): readonly Column<CalendarSummary>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<CalendarSummary>();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('calendars.field.name'),
        cell: ({ name }) => <strong>{name}</strong>,
        sortBy: ({ name }) => name,
        fixed: true,
      },
      {
        key: 'owner',
        title: t('calendars.field.owner'),
        cell: (calendar) => <OwnerWords calendar={calendar} />,
        sortBy: ({ owner }) => `${owner.kind} ${owner.label ?? ''}`,
      },
      {
        key: 'now',
        title: t('calendars.field.now'),
        cell: ({ now }) => <VerdictTag verdict={now} />,
        sortBy: ({ now }) => now,
      },
      {
        key: 'enabled',
        title: t('calendars.field.enabled'),
        cell: ({ enabled }) =>
          enabled ? t('calendars.isOn') : <StatusTag tone="idle">{t('calendars.isOff')}</StatusTag>,
        sortBy: ({ enabled }) => Number(enabled),
      },
      {
        key: 'subscribed',
        title: t('calendars.field.subscribed'),
        cell: ({ subscribed }) => (subscribed ? t('calendars.automatic') : t('calendars.byHand')),
        sortBy: ({ subscribed }) => Number(subscribed),
      },
      {
        key: 'updatedAt',
        title: t('calendars.field.updatedAt'),
        cell: ({ updatedAt, updatedBy }) => (
          <span>
            <DateTime at={updatedAt} />
            {updatedBy !== null && <span className="cw-muted"> {updatedBy}</span>}
          </span>
        ),
        sortBy: ({ updatedAt }) => updatedAt,
      },
      ...company,
    ],
    [t, company],
  );
}
