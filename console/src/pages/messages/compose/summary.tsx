import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessagePreview } from '../../../../../contracts/api/messages.ts';
import { dateTime } from '../../../components/date-time.tsx';
import { Facts } from '../../../components/facts.tsx';
import { Notice } from '../../../components/notice.tsx';
import { ProblemList } from './problem-list.tsx';
import type { Preview } from './use-preview.ts';
import { useWon } from './use-won.ts';

const CHANNELS = ['sms', 'lms', 'mms', 'alimtalk'] as const;

/** How many texts of which kind, what they cost, when they go; and what the sender should know before (E24). */
export function Summary({
  preview,
  any,
  scheduled,
}: {
  preview: Preview;
  any: boolean;
  scheduled: boolean;
}): ReactElement {
  const { t } = useTranslation();
  const { answer, current, failed } = preview;
  if (!any) return <p className="cw-muted">{t('compose.summary.nobody')}</p>;
  return (
    <div className="cw-stack" aria-busy={!current}>
      {failed !== null && <Notice tone="warn">{t('compose.summary.failed')}</Notice>}
      {answer === undefined ? (
        failed === null && <p className="cw-muted">{t('compose.summary.counting')}</p>
      ) : (
        <>
          <SummaryFacts answer={answer} later={scheduled || isDeferred(answer)} />
          {/* Beside no field: all of them stand here. */}
          <ProblemList
            problems={answer.warnings.map((warning) => ({ ...warning, field: null }))}
            place={null}
            tone="warn"
          />
        </>
      )}
    </div>
  );
}

/** The night moved it to the morning. */
export const isDeferred = ({ warnings }: MessagePreview): boolean =>
  warnings.some(({ code }) => code === 'night-deferred');

function SummaryFacts({ answer, later }: { answer: MessagePreview; later: boolean }): ReactElement {
  const { t, i18n } = useTranslation();
  const won = useWon();
  const { channels, counts, estimate, estimateAtMost, dueAt } = answer;
  const format = new Intl.NumberFormat(i18n.language);
  const kinds = CHANNELS.filter((channel) => channels[channel] > 0).map((channel) =>
    t('compose.summary.channel', {
      kind: t(`messages.channel.${channel}`),
      count: format.format(channels[channel]),
    }),
  );
  const rows: (readonly [string, ReactNode])[] = [
    [t('compose.people.title'), t('compose.people.valid', { count: format.format(counts.valid) })],
    [t('compose.summary.channels'), kinds.join(', ') || '–'],
    [
      t('compose.summary.estimate'),
      <span key="won" className="cw-estimate">
        <strong>{estimate === null ? t('compose.summary.noPrice') : won(estimate)}</strong>
        {estimateAtMost !== null && estimateAtMost !== estimate && (
          <span className="cw-muted">{t('compose.summary.atMost', { won: won(estimateAtMost) })}</span>
        )}
      </span>,
    ],
  ];
  if (later && dueAt !== null) rows.push([t('compose.summary.dueAt'), dateTime(dueAt)]);
  return <Facts rows={rows} />;
}
