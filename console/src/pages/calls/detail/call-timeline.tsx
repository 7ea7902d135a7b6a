import { PhoneFilled } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import { Timeline } from '../../../components/timeline.tsx';
import { Elapsed } from '../../live/elapsed.tsx';
import { graphQuery } from '../calls-api.ts';
import { namesOf, placeIn } from '../graph/scenario-graph.ts';
import { useCallWords } from '../use-call-words.ts';
import './call-timeline.css';
import { StepFacts } from './step-facts.tsx';
import { type TimelineItem, timelineOf } from './timeline-of.ts';

/** The story of a call, block by block: what was heard, what was pressed, how the block was left, and for how long. */
export function CallTimeline({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const names = useNames(call);
  const items = timelineOf(call.steps, call.state !== 'ended');
  if (items.length === 0) return <p className="cw-muted">{t('calls.detail.story.empty')}</p>;
  return (
    <Timeline
      label={t('calls.detail.story.label')}
      entries={items.map((item) => ({
        key: String(item.seq),
        at: item.enteredAt,
        tone: toneOf(item),
        title: <Title item={item} name={names.get(placeIn(item.part ?? 'main', item.name)) ?? item.name} />,
        aside: <Time item={item} />,
        children: <StepFacts item={item} />,
      }))}
    />
  );
}

function useNames(call: CallDetailView): ReadonlyMap<string, string> {
  const { scenario, id } = call;
  const graph = useQuery({ ...graphQuery(id, scenario ?? ''), enabled: scenario !== null, retry: false });
  return graph.data === undefined ? new Map() : namesOf(graph.data);
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

function Title({ item, name }: { item: TimelineItem; name: string }): ReactElement {
  const { t } = useTranslation();
  const words = useCallWords();
  return (
    <span className="cw-step-title" aria-current={item.now === 'here' ? 'step' : undefined}>
      <b>{item.byEngine ? words.engineStep(item.name) : name}</b>
      <span className="cw-muted">{words.blockType(item.blockType)}</span>
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
