import { PhoneOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Dial or hang up, whichever there is to do, and what stands beside it. */
export function CallButtons({
  canDial,
  inCall,
  onDial,
  onHangUp,
  children,
}: {
  canDial: boolean;
  inCall: boolean;
  onDial: () => void;
  onHangUp: () => void;
  children: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="cw-phone-buttons">
      {inCall ? (
        <button type="button" data-tone="bad" onClick={onHangUp}>
          <PhoneOutlined aria-hidden rotate={225} /> {t('phone.hangUp')}
        </button>
      ) : (
        <button type="button" data-tone="ok" disabled={!canDial} onClick={onDial}>
          <PhoneOutlined aria-hidden /> {t('phone.dial')}
        </button>
      )}
      {children}
    </div>
  );
}
