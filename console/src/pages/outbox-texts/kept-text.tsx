import { ArrowRightOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxTextView } from '../../../../contracts/api/outbox-texts.ts';
import { address } from '../../api/client.ts';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { PhonePreview } from '../../components/phone-preview.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

/** One kept text: to whom it would have gone, and the phone. */
export function KeptText({ text }: { text: OutboxTextView }): ReactElement {
  const { t } = useTranslation();
  const { channel, number, sender, subject, image, at } = text;
  return (
    <li>
      <p className="cw-kept-head">
        <StatusTag tone="idle" icon={<ArrowRightOutlined aria-hidden />}>
          {t(`outboxTexts.channel.${channel}`)}
        </StatusTag>
        <span className="cw-hidden">{t('outboxTexts.to')}</span>
        <MaskedNumber number={number} />
      </p>
      <PhonePreview
        from={sender}
        subject={subject}
        text={text.text}
        imageUrl={image === null ? null : address(`/message-images/${image}`)}
        at={at}
      />
    </li>
  );
}
