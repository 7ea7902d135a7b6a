import { ExclamationCircleFilled } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import './byte-counter.css';
import { messageSize } from './message-size.ts';

/** How long a text is while it is typed: `n / SMS 90byte`, turning to LMS, or MMS with an image (MO-32). */
export function ByteCounter({ text, image = false }: { text: string; image?: boolean }): ReactElement {
  const { t } = useTranslation();
  const { bytes, kind, limit, over } = messageSize(text, image);
  return (
    <p className="cw-bytes" data-kind={kind} data-over={over}>
      <span className="cw-number">
        {bytes} / {kind.toUpperCase()} {limit}byte
      </span>
      {/* Said when it changes, not at every letter. */}
      <span role="status">
        {over ? (
          <>
            <ExclamationCircleFilled aria-hidden /> {t('components.bytes.over')}
          </>
        ) : (
          kind === 'lms' && t('components.bytes.lms')
        )}
      </span>
    </p>
  );
}
