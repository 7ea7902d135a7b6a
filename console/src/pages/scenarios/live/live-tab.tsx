import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccupancyView } from '../../../../../contracts/api/scenarios.ts';
import { Choice } from '../../../components/choice.tsx';
import { DataTable } from '../../../components/data-table.tsx';
import { timeOfDay } from '../../../components/date-time.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { daysOf, instantsOf, type QuickRange } from '../../calls/list/quick-range.ts';
import { FlowPicture } from '../graph/flow-picture.tsx';
import { graphOf } from '../graph/graph-of.ts';
import { usePlaceWords } from '../graph/use-place-words.ts';
import { figuresQuery, occupancyQuery, versionQuery } from '../scenarios-query.ts';
import type { TabProps } from '../tab-props.ts';
import { type BlockFigures, blockFigures } from './block-figures.ts';
import { useFigureColumns } from './use-figure-columns.tsx';
import { useFigurePath } from './use-figure-path.ts';

const RANGES = ['today', 'week', 'month'] as const satisfies readonly QuickRange[];
type Range = (typeof RANGES)[number];
/** Figures of the past move slowly, ms. */
const ASK_EVERY_MS = 30_000;

/** Callers in each block now, and what became of those before, on the graph of the published version and as a table. */
export function LiveTab({ scenario }: TabProps): ReactElement {
  const { t } = useTranslation();
  const [range, setRange] = useState<Range>('today');
  const { from, to } = instantsOf(daysOf(range, Date.now()));
  const figures = useQuery({ ...figuresQuery(scenario.id, from, to), refetchInterval: ASK_EVERY_MS });
  const occupancy = useQuery(occupancyQuery(scenario.id));
  const hash = scenario.published?.hash;
  const published = useQuery({ ...versionQuery(scenario.id, hash ?? ''), enabled: hash !== undefined });
  const document = published.data?.document ?? scenario.document;
  const graph = useMemo(() => graphOf(document), [document]);
  const rows = useMemo(() => blockFigures(figures.data, occupancy.data), [figures.data, occupancy.data]);
  const path = useFigurePath(rows, graph.entry);
  const columns = useFigureColumns(graph, usePlaceWords(graph));
  return (
    <div className="cw-stack">
      <p className="cw-muted">{t('scenarios.live.lead')}</p>
      <div className="cw-row cw-live-bar">
        <Choice
          label={t('scenarios.live.period')}
          value={range}
          options={RANGES.map((value) => ({ value, label: t(`scenarios.live.range.${value}`) }))}
          onChange={setRange}
        />
        <NowCalls occupancy={occupancy.data} />
      </div>
      {occupancy.error !== null && occupancy.data !== undefined && (
        <Notice tone="warn">{t('components.stale', { at: timeOfDay(occupancy.dataUpdatedAt) })}</Notice>
      )}
      <Loaded query={figures}>
        {({ calls }) =>
          rows.length === 0 ? (
            <EmptyState title={t('scenarios.live.empty')} advice={t('scenarios.live.emptyHint')} />
          ) : (
            <>
              <FlowPicture graph={graph} path={path} />
              <DataTable<BlockFigures>
                name="scenario-figures"
                label={t('scenarios.live.table')}
                columns={columns}
                rows={rows}
                rowKey={({ place }) => place}
                busy={figures.isPlaceholderData}
                toolbar={<span className="cw-muted">{t('scenarios.live.calls', { total: calls })}</span>}
              />
            </>
          )
        }
      </Loaded>
    </div>
  );
}

function NowCalls({ occupancy }: { occupancy: OccupancyView | undefined }): ReactElement | null {
  const { t } = useTranslation();
  if (occupancy === undefined) return null;
  return (
    <p className="cw-now">
      {occupancy.calls === 0 ? (
        <span className="cw-muted">{t('scenarios.live.nobody')}</span>
      ) : (
        <b>{t('scenarios.live.now', { total: occupancy.calls })}</b>
      )}
    </p>
  );
}
