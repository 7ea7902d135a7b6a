import { PhoneOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneCallView } from '../../../../contracts/api/phone.ts';

/** A call that rings: who it is, take it or refuse it. Read out as soon as it is there. */
export function IncomingCall({
  call,
  onAnswer,
  onReject,
}: {
  call: PhoneCallView | undefined;
  onAnswer: () => void;
  onReject: () => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (call === undefined) return null;
  return (
    <div className="cw-phone-incoming" role="alert">
      <PhoneOutlined aria-hidden className="cw-phone-bell" />
      <p>
        {t('phone.incoming.from', { number: call.peer === '' ? t('phone.incoming.unknown') : call.peer })}
      </p>
      <div className="cw-phone-buttons">
        <button type="button" data-tone="ok" onClick={onAnswer}>
          {t('phone.incoming.answer')}
        </button>
        <button type="button" data-tone="bad" onClick={onReject}>
          {t('phone.incoming.reject')}
        </button>
      </div>
    </div>
  );
}
