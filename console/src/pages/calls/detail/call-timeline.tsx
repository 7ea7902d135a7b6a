import { PhoneFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import { Timeline } from '../../../components/timeline.tsx';
import { Elapsed } from '../../live/elapsed.tsx';
import { graphQuery } from '../calls-api.ts';
import { blockTitle, labelsOf, placeIn } from '../graph/scenario-graph.ts';
import { useCallWords } from '../use-call-words.ts';
import './call-timeline.css';
import { usePromptWords } from '../use-prompt-words.ts';
import { StepFacts } from './step-facts.tsx';
import { type TimelineItem, timelineOf } from './timeline-of.ts';

/** The story of a call, block by block: what was heard, what was pressed, how the block was left, and for how long. */
export function CallTimeline({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const labels = useLabels(call);
  const words = usePromptWords();
  const items = timelineOf(call.steps, call.state !== 'ended');
  if (items.length === 0) return <p className="cw-muted">{t('calls.detail.story.empty')}</p>;
  return (
    <Timeline
      label={t('calls.detail.story.label')}
      entries={items.map((item) => ({
        key: String(item.seq),
        at: item.enteredAt,
        tone: toneOf(item),
        title: <Title item={item} label={labels.get(placeIn(item.part ?? 'main', item.name)) ?? null} />,
        aside: <Time item={item} />,
        children: <StepFacts item={item} promptWords={words} />,
      }))}
    />
  );
}

function useLabels(call: CallDetailView): ReadonlyMap<string, string> {
  const { scenario, id } = call;
  const graph = useQuery({ ...graphQuery(id, scenario ?? ''), enabled: scenario !== null, retry: false });
  return graph.data === undefined ? new Map() : labelsOf(graph.data);
}

/** Outcomes that a block's author would rather not see. */
const SORE: ReadonlySet<string> = new Set([
  'noInput',
  'wrongKey',
  'invalid',
  'failed',
  'noAnswer',
  'busy',
  'rejected',
]);

function toneOf(item: TimelineItem): Tone {
  if (item.now !== null) return 'info';
  if (item.byEngine) return 'bad';
  return item.outcome !== null && SORE.has(item.outcome) ? 'warn' : 'idle';
}

function Title({ item, label }: { item: TimelineItem; label: string | null }): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  const kind = words.blockType(item.blockType);
  const title = blockTitle(item.byEngine ? words.engineStep(item.name) : label, item.name, kind);
  return (
    <span className="cw-step-title" aria-current={item.now === 'here' ? 'step' : undefined}>
      <b>{title.name}</b>
      <span className="cw-muted">{title.detail}</span>
      {item.part !== null && (
        <span className="cw-muted">{t('calls.detail.story.inPart', { part: item.part })}</span>
      )}
      {item.now !== null && (
        <StatusTag tone="info" icon={<PhoneFilled aria-hidden />}>
          {t(`calls.detail.story.${item.now}`)}
        </StatusTag>
      )}
    </span>
  );
}

function Time({ item }: { item: TimelineItem }): ReactElement {
  const words = useCallWords();
  if (item.now !== null) return <Elapsed since={item.enteredAt} />;
  return <span className="cw-number">{item.ms === null ? '' : words.duration(item.ms)}</span>;
}
