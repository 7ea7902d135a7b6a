import { PhoneOutlined } from '@ant-design/icons';
import { memo, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveCall } from '../../../../contracts/api/live.ts';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { placeOf } from '../calls/detail/timeline-of.ts';
import { type BlockTitle, blockTitle } from '../calls/graph/scenario-graph.ts';
import { type CallWords, useCallWords } from '../calls/use-call-words.ts';
import { Elapsed } from './elapsed.tsx';
import type { LiveRow as Row } from './live-feed.ts';
import type { BlockNames } from './use-block-names.ts';

export type LiveRowProps = {
  readonly row: Row;
  readonly index: number;
  readonly id: string;
  readonly active: boolean;
  readonly names: BlockNames;
  readonly onOpen: (call: string) => void;
};

/** One live call: a line of the grid at a desk, a card on a phone; what it looks like is decided by the style sheet. */
export const LiveRow = memo(function LiveRow({
  row,
  index,
  id,
  active,
  names,
  onOpen,
}: LiveRowProps): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const { call, endedAt } = row;
  const title = titleOf(call, names, words);
  return (
    <tr
      id={id}
      aria-rowindex={index + 2}
      aria-selected={active}
      className="cw-live-row"
      data-state={endedAt !== null ? 'ended' : row.fresh ? 'fresh' : undefined}
      onClick={() => onOpen(call.id)}
    >
      <td className="cw-live-called" data-label={t('live.number')}>
        <MaskedNumber number={call.calledMasked} />
      </td>
      <td className="cw-live-caller" data-label={t('live.caller')}>
        <MaskedNumber number={call.callerMasked} />
      </td>
      <td className="cw-live-scenario">
        {call.scenarioName ?? <span className="cw-muted">{t('calls.noScenario')}</span>}
      </td>
      <td className="cw-live-block">
        {title === null ? (
          <span className="cw-muted">{t('live.starting')}</span>
        ) : (
          <>
            <b>{title.name}</b>
            <span className="cw-muted">{title.detail}</span>
          </>
        )}
      </td>
      <td className="cw-live-inblock" data-label={t('live.inBlock')}>
        <Elapsed since={call.blockSince} until={endedAt} />
      </td>
      <td className="cw-live-incall" data-label={t('live.inCall')}>
        <Elapsed since={call.arrivedAt} until={endedAt} />
      </td>
      <td className="cw-live-mark">
        {endedAt !== null && <StatusTag tone="idle">{t('live.ended')}</StatusTag>}
        {row.fresh && (
          <StatusTag tone="info" icon={<PhoneOutlined aria-hidden />}>
            {t('live.fresh')}
          </StatusTag>
        )}
      </td>
    </tr>
  );
});

function titleOf(
  { scenario, block, blockType }: LiveCall,
  names: BlockNames,
  words: CallWords,
): BlockTitle | null {
  if (block === null) return null;
  const label = (scenario === null ? undefined : names.get(scenario)?.get(block)) ?? null;
  return blockTitle(label, placeOf(block).name, blockType === null ? block : words.blockType(blockType));
}
