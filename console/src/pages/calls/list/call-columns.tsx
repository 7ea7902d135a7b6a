import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../../contracts/api/calls.ts';
import type { Column } from '../../../components/data-table.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';
import { useMedia } from '../../../design/theme-choice.ts';
import { spanMs } from '../durations.ts';
import { OutcomeTag } from '../outcome-tag.tsx';
import { useCallWords } from '../use-call-words.ts';

type CallColumn = Column<CallView>;

/**
 * Between cards and a desk the menu (232 px, and 48 px around the page) leaves no room for every column: what belongs
 * together shares one.
 */
const TIGHT = '(min-width: 941px) and (max-width: 1199px)';

/** What the list shows of a call. The api gives calls newest first and sorts by nothing else. */
export function useCallColumns(): readonly CallColumn[] {
  const { t } = useTranslation();
  const words = useCallWords();
  const tight = useMedia(TIGHT);
  return useMemo(() => {
    const arrivedAt: CallColumn = {
      key: 'arrivedAt',
      title: t('calls.field.arrivedAt'),
      cell: (call) => <DateTime at={call.arrivedAt} />,
      fixed: true,
    };
    const caller = {
      key: 'caller',
      title: t('calls.field.caller'),
      cell: (call) => <MaskedNumber number={call.callerMasked} />,
    } satisfies CallColumn;
    const called = {
      key: 'called',
      title: t('calls.field.called'),
      cell: (call) => <MaskedNumber number={call.calledMasked} />,
    } satisfies CallColumn;
    const scenario = {
      key: 'scenario',
      title: t('calls.field.scenario'),
      cell: (call) => call.scenarioName ?? '–',
    } satisfies CallColumn;
    const result = {
      key: 'result',
      title: t('calls.field.result'),
      cell: (call) => <OutcomeTag call={call} />,
    } satisfies CallColumn;
    const duration: CallColumn = {
      key: 'duration',
      title: t('calls.field.duration'),
      align: 'end',
      cell: (call) => {
        const ms = spanMs(call.arrivedAt, call.endedAt);
        return <span className="cw-number">{ms === null ? '–' : words.duration(ms)}</span>;
      },
    };
    const middle = tight
      ? [together(caller, called), together(result, scenario)]
      : [caller, called, scenario, result];
    return [arrivedAt, ...middle, duration, ...extraColumns(t)];
  }, [t, words, tight]);
}

/** Two columns as one, the second below the first. */
const together = (first: CallColumn, second: CallColumn): CallColumn => ({
  key: first.key,
  title: `${first.title} / ${second.title}`,
  cell: (call) => (
    <>
      <div>{first.cell(call)}</div>
      <div className="cw-muted">{second.cell(call)}</div>
    </>
  ),
});

/** What is seldom asked for. */
const extraColumns = (t: TFunction): CallColumn[] => [
  {
    key: 'direction',
    title: t('calls.field.direction'),
    cell: (call) => t(`calls.direction.${call.direction}`),
    hiddenAtFirst: true,
  },
  {
    key: 'endedAt',
    title: t('calls.field.endedAt'),
    cell: (call) => <DateTime at={call.endedAt} />,
    hiddenAtFirst: true,
  },
  { key: 'node', title: t('calls.field.node'), cell: (call) => call.node, hiddenAtFirst: true },
  { key: 'id', title: t('calls.field.id'), cell: (call) => <code>{call.id}</code>, hiddenAtFirst: true },
];
