import { UserOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { DateTime } from './date-time.tsx';
import { MaskedNumber } from './masked-number.tsx';
import './phone-preview.css';

/** A text as the phone of its reader shows it: who it is from, the bubble, when. */
export function PhonePreview({
  from,
  text,
  subject = null,
  imageUrl = null,
  at = null,
}: {
  /** Digits of the sender, or its name with Alimtalk; '' while none is chosen. */
  from: string;
  text: string;
  subject?: string | null;
  imageUrl?: string | null;
  /** Instant; without one no time is shown. */
  at?: string | number | null;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <figure className="cw-phone-preview" aria-label={t('components.phonePreview.label')}>
      <div className="cw-phone-preview-top">
        <span className="cw-phone-preview-face">
          <UserOutlined aria-hidden />
        </span>
        {from === '' ? (
          <span className="cw-muted">{t('components.phonePreview.noSender')}</span>
        ) : (
          <MaskedNumber number={from} />
        )}
      </div>
      <div className="cw-phone-preview-screen">
        <div className="cw-bubble">
          {imageUrl !== null && <img src={imageUrl} alt={t('components.phonePreview.image')} />}
          {subject !== null && subject !== '' && <strong>{subject}</strong>}
          {text === '' ? (
            <span className="cw-muted">{t('components.phonePreview.empty')}</span>
          ) : (
            <span className="cw-bubble-text cw-breaks">{text}</span>
          )}
        </div>
        {at !== null && (
          <p className="cw-phone-preview-time">
            <DateTime at={at} />
          </p>
        )}
      </div>
    </figure>
  );
}
