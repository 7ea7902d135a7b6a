import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallView } from '../../../../../contracts/api/calls.ts';
import type { Column } from '../../../components/data-table.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';
import { spanMs } from '../durations.ts';
import { OutcomeTag } from '../outcome-tag.tsx';
import { useCallWords } from '../use-call-words.ts';

/** What the list shows of a call. The api gives calls newest first and sorts by nothing else. */
export function useCallColumns(): readonly Column<CallView>[] {
  const { t } = useTranslation();
  const words = useCallWords();
  return useMemo(
    () => [
      {
        key: 'arrivedAt',
        title: t('calls.field.arrivedAt'),
        cell: (call) => <DateTime at={call.arrivedAt} />,
        fixed: true,
      },
      {
        key: 'caller',
        title: t('calls.field.caller'),
        cell: (call) => <MaskedNumber number={call.callerMasked} />,
      },
      {
        key: 'called',
        title: t('calls.field.called'),
        cell: (call) => <MaskedNumber number={call.calledMasked} />,
      },
      {
        key: 'direction',
        title: t('calls.field.direction'),
        cell: (call) => t(`calls.direction.${call.direction}`),
        hiddenAtFirst: true,
      },
      { key: 'scenario', title: t('calls.field.scenario'), cell: (call) => call.scenarioName ?? '–' },
      { key: 'result', title: t('calls.field.result'), cell: (call) => <OutcomeTag call={call} /> },
      {
        key: 'duration',
        title: t('calls.field.duration'),
        align: 'end',
        cell: (call) => {
          const ms = spanMs(call.arrivedAt, call.endedAt);
          return <span className="cw-number">{ms === null ? '–' : words.duration(ms)}</span>;
        },
      },
      {
        key: 'endedAt',
        title: t('calls.field.endedAt'),
        cell: (call) => <DateTime at={call.endedAt} />,
        hiddenAtFirst: true,
      },
      { key: 'node', title: t('calls.field.node'), cell: (call) => call.node, hiddenAtFirst: true },
      { key: 'id', title: t('calls.field.id'), cell: (call) => <code>{call.id}</code>, hiddenAtFirst: true },
    ],
    [t, words],
  );
}
