import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../components/data-table.tsx';
import type { ScenarioGraph } from '../../calls/graph/scenario-graph.ts';
import { useCallWords } from '../../calls/use-call-words.ts';
import type { BlockFigures } from './block-figures.ts';

/** 0.254 → `25.4%`; no share of nobody. */
export const percent = (rate: number | null): string => (rate === null ? '–' : `${(rate * 100).toFixed(1)}%`);

/** What the table shows of a block; every number sorts. */
export function useFigureColumns(
  graph: ScenarioGraph,
  placeWords: (place: string) => string,
): readonly Column<BlockFigures>[] {
  const { t } = useTranslation();
  const words = useCallWords();
  return useMemo(() => {
    const own = new Map<string, string | undefined>(
      graph.parts.flatMap((part) =>
        part.blocks.flatMap(({ id, next }) =>
          next.map((wire) => [`${part.id}/${id}>${wire.outcome}`, wire.words] as const),
        ),
      ),
    );
    const number = (key: 'now' | 'entered' | 'dropped'): Column<BlockFigures> => ({
      key,
      title: t(`scenarios.live.field.${key}`),
      align: 'end',
      cell: (row) => <span className="cw-number">{row[key].toLocaleString('ko-KR')}</span>,
      sortBy: (row) => row[key],
    });
    return [
      {
        key: 'block',
        title: t('scenarios.live.field.block'),
        fixed: true,
        cell: ({ place }) => <b>{placeWords(place)}</b>,
        sortBy: ({ place }) => placeWords(place),
      },
      number('now'),
      number('entered'),
      number('dropped'),
      {
        key: 'rate',
        title: t('scenarios.live.field.rate'),
        align: 'end',
        cell: ({ rate }) => <span className="cw-number">{percent(rate)}</span>,
        sortBy: ({ rate }) => rate,
      },
      {
        key: 'median',
        title: t('scenarios.live.field.median'),
        align: 'end',
        cell: ({ medianMs }) => (
          <span className="cw-number">{medianMs === null ? '–' : words.duration(medianMs)}</span>
        ),
        sortBy: ({ medianMs }) => medianMs,
      },
      {
        key: 'outcomes',
        title: t('scenarios.live.field.outcomes'),
        cell: ({ place, outcomes }) =>
          Object.entries(outcomes)
            .toSorted(([, a], [, b]) => b - a)
            .map(
              ([outcome, count]) =>
                `${own.get(`${place}>${outcome}`) ?? words.blockOutcome(outcome)} ${count}`,
            )
            .join(' · ') || <span className="cw-muted">–</span>,
      },
    ];
  }, [t, words, graph, placeWords]);
}
