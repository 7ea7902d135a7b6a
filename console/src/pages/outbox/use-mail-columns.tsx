import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailView } from '../../../../contracts/api/outbox.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { MailState } from './mail-state.tsx';

/** What the list shows of a mail; the api gives them newest first. */
export function useMailColumns(): readonly Column<MailView>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        key: 'createdAt',
        title: t('outbox.field.createdAt'),
        cell: ({ createdAt }) => <DateTime at={createdAt} />,
        fixed: true,
      },
      { key: 'to', title: t('outbox.field.to'), cell: ({ to }) => <span className="cw-breaks">{to}</span> },
      { key: 'subject', title: t('outbox.field.subject'), cell: ({ subject }) => subject },
      {
        key: 'kind',
        title: t('outbox.field.kind'),
        cell: ({ kind }) => t(`outbox.kind.${kind}`),
        hiddenAtFirst: true,
      },
      { key: 'state', title: t('outbox.field.state'), cell: ({ state }) => <MailState state={state} /> },
      {
        key: 'sentAt',
        title: t('outbox.field.sentAt'),
        cell: ({ sentAt }) => <DateTime at={sentAt} />,
        hiddenAtFirst: true,
      },
    ],
    [t],
  );
}
