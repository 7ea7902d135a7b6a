import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageDetailView } from '../../../../../contracts/api/messages.ts';
import { Resend } from './resend.tsx';

/** "메시지 성공 n건 실패 n건" (MO-29) and what else became of them; the failure count sends again (MO-30). */
export function MessageCountsLine({ message }: { message: MessageDetailView }): ReactElement {
  const { t } = useTranslation();
  const { counts } = message;
  return (
    <div className="cw-message-counts">
      <strong className="cw-number">{t('messages.detail.successCount', { count: counts.delivered })}</strong>
      <Resend message={message} />
      {(['pending', 'unknown', 'excluded', 'cancelled'] as const)
        .filter((outcome) => counts[outcome] > 0)
        .map((outcome) => (
          <span key={outcome} className="cw-muted cw-number">
            {t(`messages.detail.${outcome}`, { count: counts[outcome] })}
          </span>
        ))}
      {counts.unknown > 0 && <p className="cw-muted">{t('messages.detail.unknownHint')}</p>}
    </div>
  );
}
