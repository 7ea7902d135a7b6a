import { InboxOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailState as State } from '../../../../contracts/api/outbox.ts';
import { StatusTag } from '../../components/status-tag.tsx';

const TONE = { kept: 'info', queued: 'idle', sending: 'idle', sent: 'ok', failed: 'bad' } as const;

/** Where a mail is on its way. */
export function MailState({ state }: { state: State }): ReactElement {
  const { t } = useTranslation();
  return (
    <StatusTag tone={TONE[state]} {...(state === 'kept' ? { icon: <InboxOutlined aria-hidden /> } : {})}>
      {t(`outbox.state.${state}`)}
    </StatusTag>
  );
}
