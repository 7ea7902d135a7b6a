import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MessageView } from '../../../../../contracts/api/messages.ts';
import type { Column } from '../../../components/data-table.tsx';
import { DateTime, dateTime } from '../../../components/date-time.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';
import { MessageTag } from '../message-tags.tsx';

type MessageColumn = Column<MessageView>;

/** What the list shows of a message (MO-28); the api gives them newest first. */
export function useMessageColumns(): readonly MessageColumn[] {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const whole = new Intl.NumberFormat(i18n.language);
    const share = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
    const count = (value: number | null, format: Intl.NumberFormat) => (
      <span className="cw-number">{value === null ? '–' : format.format(value)}</span>
    );
    return [
      {
        key: 'recipient',
        title: t('messages.field.recipient'),
        cell: (message) => <Recipients message={message} />,
        fixed: true,
      },
      {
        key: 'sentAt',
        title: t('messages.field.sentAt'),
        cell: (message) => <SentAt message={message} />,
      },
      {
        key: 'channel',
        title: t('messages.field.channel'),
        cell: ({ channel }) => t(`messages.channel.${channel}`),
      },
      {
        key: 'count',
        title: t('messages.field.count'),
        align: 'end',
        cell: ({ counts }) => count(textedOf(counts), whole),
      },
      {
        key: 'rate',
        title: t('messages.field.rate'),
        align: 'end',
        cell: ({ successRate }) => count(successRate, share),
      },
      {
        key: 'state',
        title: t('messages.field.state'),
        cell: (message) => <MessageTag message={message} />,
      },
      ...extraColumns(t),
      {
        key: 'open',
        title: t('messages.field.open'),
        cell: ({ id, recipient }) => (
          <Link to={`/messages/${id}`} aria-label={t('messages.list.openOf', { recipient })}>
            {t('messages.list.open')}
          </Link>
        ),
        fixed: true,
      },
    ];
  }, [t, i18n.language]);
}

/** Who was left out was sent nothing: 건수 is of those who were (MO-28). */
const textedOf = ({ total, excluded }: MessageView['counts']): number => total - excluded;

function Recipients({ message: { recipient, counts } }: { message: MessageView }) {
  const { t, i18n } = useTranslation();
  const others = new Intl.NumberFormat(i18n.language).format(textedOf(counts) - 1);
  return (
    <span>
      <MaskedNumber number={recipient} />
      {textedOf(counts) > 1 && <span className="cw-muted"> {t('messages.others', { others })}</span>}
    </span>
  );
}

/** When it went; before that, when it is to go. */
function SentAt({ message: { sentAt, dueAt, state } }: { message: MessageView }) {
  const { t } = useTranslation();
  if (sentAt !== null || state !== 'scheduled') return <DateTime at={sentAt} />;
  return <span className="cw-muted">{t('messages.dueAt', { at: dateTime(dueAt) })}</span>;
}

/** What is seldom asked for. */
const extraColumns = (t: TFunction): MessageColumn[] => [
  {
    key: 'excerpt',
    title: t('messages.field.excerpt'),
    cell: ({ excerpt }) => <span className="cw-breaks">{excerpt}</span>,
    hiddenAtFirst: true,
  },
  {
    key: 'sender',
    title: t('messages.field.sender'),
    cell: ({ sender }) => <MaskedNumber number={sender} />,
    hiddenAtFirst: true,
  },
  {
    key: 'createdBy',
    title: t('messages.field.createdBy'),
    cell: ({ createdBy }) => createdBy,
    hiddenAtFirst: true,
  },
];
