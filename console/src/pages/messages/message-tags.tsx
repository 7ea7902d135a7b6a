import { CalendarOutlined, MinusCircleOutlined, StopOutlined, SyncOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../../contracts/api/messages.ts';
import type { RecipientOutcome } from '../../../../contracts/message/kinds.ts';
import { StatusTag, type Tone } from '../../components/status-tag.tsx';
import { MARK_TONE, messageMark } from './message-mark.ts';

const MARK_ICON = { scheduled: CalendarOutlined, active: SyncOutlined, cancelled: StopOutlined } as const;

/** How a message stands: icon and words. */
export function MessageTag({ message }: { message: Pick<MessageView, 'state' | 'counts'> }): ReactElement {
  const { t } = useTranslation();
  const mark = messageMark(message);
  const Icon = mark in MARK_ICON ? MARK_ICON[mark as keyof typeof MARK_ICON] : undefined;
  return (
    <StatusTag tone={MARK_TONE[mark]} {...(Icon && { icon: <Icon aria-hidden /> })}>
      {t(`messages.mark.${mark}`)}
    </StatusTag>
  );
}

const OUTCOME_TONE: Readonly<Record<RecipientOutcome, Tone>> = {
  pending: 'idle',
  delivered: 'ok',
  failed: 'bad',
  unknown: 'warn',
  excluded: 'idle',
  cancelled: 'idle',
};
/** Every outcome, in the order in which it is offered. */
export const OUTCOMES = Object.keys(OUTCOME_TONE) as RecipientOutcome[];
const OUTCOME_ICON = { excluded: MinusCircleOutlined, cancelled: StopOutlined } as const;

/** What became of one recipient: icon and words. */
export function OutcomeTag({ outcome }: { outcome: RecipientOutcome }): ReactElement {
  const { t } = useTranslation();
  const Icon = outcome in OUTCOME_ICON ? OUTCOME_ICON[outcome as keyof typeof OUTCOME_ICON] : undefined;
  return (
    <StatusTag tone={OUTCOME_TONE[outcome]} {...(Icon && { icon: <Icon aria-hidden /> })}>
      {t(`messages.outcome.${outcome}`)}
    </StatusTag>
  );
}
