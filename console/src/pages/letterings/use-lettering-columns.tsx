import { StopOutlined } from '@ant-design/icons';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetteringView } from '../../../../contracts/api/senders.ts';
import type { LetteringState as State } from '../../../../contracts/message/kinds.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { sortedNumberColumn } from '../../components/number-column.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';

const TONE = { requested: 'info', active: 'ok', rejected: 'bad', ended: 'idle' } as const;

/** How far a phrase is at its carrier. */
function LetteringState({ state }: { state: State }) {
  const { t } = useTranslation();
  return (
    <StatusTag tone={TONE[state]} {...(state === 'ended' ? { icon: <StopOutlined aria-hidden /> } : {})}>
      {t(`letterings.state.${state}`)}
    </StatusTag>
  );
}

/** What the list shows of a phrase. */
export function useLetteringColumns(): readonly Column<LetteringView>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<LetteringView>();
  return useMemo(
    () => [
      sortedNumberColumn<LetteringView>(t('letterings.field.digits')),
      {
        key: 'phrase',
        title: t('letterings.field.phrase'),
        cell: ({ phrase }) => phrase,
        sortBy: ({ phrase }) => phrase,
      },
      {
        key: 'carrier',
        title: t('letterings.field.carrier'),
        cell: ({ carrier }) => carrier,
        sortBy: ({ carrier }) => carrier,
      },
      {
        key: 'state',
        title: t('letterings.field.state'),
        cell: ({ state }) => <LetteringState state={state} />,
        sortBy: ({ state }) => state,
      },
      {
        key: 'note',
        title: t('letterings.field.note'),
        cell: ({ note }) => note ?? <span className="cw-muted">–</span>,
      },
      {
        key: 'requestedAt',
        title: t('letterings.field.requestedAt'),
        cell: ({ requestedAt }) => <DateTime at={requestedAt} />,
        sortBy: ({ requestedAt }) => requestedAt,
      },
      {
        key: 'decidedAt',
        title: t('letterings.field.decidedAt'),
        cell: ({ decidedAt }) => <DateTime at={decidedAt} />,
        sortBy: ({ decidedAt }) => decidedAt,
        hiddenAtFirst: true,
      },
      ...company,
    ],
    [t, company],
  );
}
