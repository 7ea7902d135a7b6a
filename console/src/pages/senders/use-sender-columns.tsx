import { StarFilled, StopOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useKnownWord } from '../../components/use-known-word.ts';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';
import { SenderState } from './sender-state.tsx';

/** What the list shows of a sender number. */
export function useSenderColumns(): readonly Column<SenderView>[] {
  const { t } = useTranslation();
  const word = useKnownWord();
  const company = useCompanyColumn<SenderView>();
  return useMemo(
    () => [
      {
        key: 'digits',
        title: t('senders.field.digits'),
        cell: ({ digits, main }) => (
          <span className="cw-sender-number">
            <strong>
              <MaskedNumber number={digits} />
            </strong>
            {main && (
              <StatusTag tone="info" icon={<StarFilled aria-hidden />}>
                {t('senders.main')}
              </StatusTag>
            )}
          </span>
        ),
        sortBy: ({ digits }) => digits,
        fixed: true,
      },
      {
        key: 'label',
        title: t('senders.field.label'),
        cell: ({ label }) => label,
        sortBy: ({ label }) => label,
      },
      {
        key: 'kind',
        title: t('senders.field.kind'),
        cell: ({ kind }) => word(`senders.kind.${kind}`, kind),
        sortBy: ({ kind }) => kind,
      },
      {
        key: 'state',
        title: t('senders.field.state'),
        cell: ({ state, usable }) => (
          <span className="cw-sender-number">
            <SenderState state={state} />
            {state === 'verified' && !usable && (
              <StatusTag tone="warn" icon={<StopOutlined aria-hidden />}>
                {t('senders.notUsable')}
              </StatusTag>
            )}
          </span>
        ),
        sortBy: ({ state }) => state,
      },
      {
        key: 'user',
        title: t('senders.field.user'),
        cell: ({ user }) => user?.name ?? <span className="cw-muted">{t('senders.everybody')}</span>,
        sortBy: ({ user }) => user?.name ?? null,
      },
      {
        key: 'requestedAt',
        title: t('senders.field.requestedAt'),
        cell: ({ requestedAt }) => <DateTime at={requestedAt} />,
        sortBy: ({ requestedAt }) => requestedAt,
      },
      {
        key: 'decidedAt',
        title: t('senders.field.decidedAt'),
        cell: ({ decidedAt }) => <DateTime at={decidedAt} />,
        sortBy: ({ decidedAt }) => decidedAt,
        hiddenAtFirst: true,
      },
      ...company,
    ],
    [t, word, company],
  );
}
