import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageDetailView } from '../../../../../contracts/api/messages.ts';
import { address } from '../../../api/client.ts';
import { sizeLimit } from '../size-limit.ts';

/** What was written, with its size as "n / SMS 90byte". */
export function MessageText({ message }: { message: MessageDetailView }): ReactElement {
  const { t } = useTranslation();
  const limit = sizeLimit(message.channel);
  return (
    <section className="cw-card" aria-labelledby="message-text">
      <h2 id="message-text">{t('messages.detail.text')}</h2>
      {message.subject !== null && (
        <p>
          <span className="cw-muted">{t('messages.detail.subject')}</span> {message.subject}
        </p>
      )}
      <pre className="cw-message-text">{message.text}</pre>
      {message.image !== null && (
        <img
          className="cw-message-image"
          src={address(`/message-images/${message.image}`)}
          alt={t('messages.detail.image')}
        />
      )}
      {limit !== null && (
        <p className="cw-number cw-muted" title={t('messages.detail.longest')}>
          {t('messages.detail.bytes', { ...limit, bytes: message.bytes })}
        </p>
      )}
    </section>
  );
}
