import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkNodeView } from '../../../../contracts/api/trunks.ts';
import { type Column, DataTable } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useKnownWord } from '../../components/use-known-word.ts';
import { TrunkState } from './trunk-state.tsx';

/** The trunk as each switch tells it. */
export function TrunkNodes({ nodes }: { nodes: readonly TrunkNodeView[] }): ReactElement | null {
  const { t } = useTranslation();
  const columns = useNodeColumns();
  if (nodes.length === 0) return null;
  return (
    <DataTable<TrunkNodeView>
      name="trunk-nodes"
      label={t('trunks.nodes')}
      columns={columns}
      rows={nodes}
      rowKey={({ node }) => node}
      toolbar={<h3>{t('trunks.nodes')}</h3>}
    />
  );
}

function useNodeColumns(): readonly Column<TrunkNodeView>[] {
  const { t } = useTranslation();
  const word = useKnownWord();
  return useMemo(() => {
    const calls = (count: number | null, failed: number | null): string =>
      `${count ?? '–'}${failed === null || failed === 0 ? '' : ` (${t('trunks.failedOf', { count: failed })})`}`;
    return [
      { key: 'node', title: t('trunks.node.name'), cell: ({ node }) => node, fixed: true },
      {
        key: 'state',
        title: t('trunks.node.state'),
        cell: ({ state, stale }) => (
          <span className="cw-row">
            <TrunkState state={state} />
            {stale && <StatusTag tone="warn">{t('trunks.stale')}</StatusTag>}
          </span>
        ),
        fixed: true,
      },
      {
        key: 'registration',
        title: t('trunks.node.registration'),
        cell: ({ registration }) =>
          registration === null ? '–' : word(`trunks.registration.${registration}`, registration),
      },
      {
        key: 'ping',
        title: t('trunks.node.ping'),
        cell: ({ pingMs }) => (pingMs === null ? '–' : t('trunks.ms', { ms: Math.round(pingMs) })),
        align: 'end',
      },
      {
        key: 'out',
        title: t('trunks.node.out'),
        cell: ({ callsOut, failedOut }) => calls(callsOut, failedOut),
        align: 'end',
      },
      {
        key: 'in',
        title: t('trunks.node.in'),
        cell: ({ callsIn, failedIn }) => calls(callsIn, failedIn),
        align: 'end',
      },
      {
        key: 'upSince',
        title: t('trunks.node.upSince'),
        cell: ({ upSince }) => <DateTime at={upSince} />,
        hiddenAtFirst: true,
      },
      {
        key: 'reportedAt',
        title: t('trunks.node.reportedAt'),
        cell: ({ reportedAt }) => <DateTime at={reportedAt} />,
      },
    ];
  }, [t, word]);
}
