import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageDetailView } from '../../../../../contracts/api/messages.ts';
import { DateTime } from '../../../components/date-time.tsx';
import { Facts } from '../../../components/facts.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';

/** How and when a message went. */
export function MessageFacts({ message }: { message: MessageDetailView }): ReactElement {
  const { t } = useTranslation();
  const at = (label: string, instant: string | null) =>
    [label, <DateTime key={label} at={instant} />] as const;
  const rows: (readonly [string, ReactNode])[] = [
    [t('messages.field.channel'), t(`messages.channel.${message.channel}`)],
    [t('messages.detail.purpose'), t(`messages.purpose.${message.purpose}`)],
    [t('messages.field.sender'), <MaskedNumber key="sender" number={message.sender} />],
    [t('messages.field.createdBy'), message.createdBy],
    [t('messages.detail.origin'), t(`messages.origin.${message.origin}`)],
    at(t('messages.detail.createdAt'), message.createdAt),
    ...(isLater(message) ? [at(t('messages.detail.dueAt'), message.dueAt)] : []),
    at(t('messages.field.sentAt'), message.sentAt),
    at(t('messages.detail.finishedAt'), message.finishedAt),
    [t('messages.detail.round'), t('messages.detail.roundIs', { round: message.round })],
  ];
  if (message.template !== null) rows.push([t('messages.detail.template'), message.template.name]);
  if (message.channel === 'alimtalk')
    rows.push([
      t('messages.detail.fallback'),
      t(message.fallback ? 'messages.detail.fallbackOn' : 'messages.detail.fallbackOff'),
    ]);
  return (
    <section className="cw-card cw-stack" aria-labelledby="message-facts">
      <h2 id="message-facts">{t('messages.detail.facts')}</h2>
      <Facts rows={rows} />
    </section>
  );
}

/** Ordered for a time of its own, or put off to the morning. */
const isLater = ({ createdAt, dueAt }: MessageDetailView): boolean =>
  Date.parse(dueAt) - Date.parse(createdAt) >= 1_000;
