import { AudioMutedOutlined, AudioOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MicState } from './core/speaking.ts';

/** Switches the microphone on for this call; nothing listens before. */
export function MicrophoneButton({
  state,
  available,
  onToggle,
}: {
  state: MicState;
  available: boolean;
  onToggle: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const on = state === 'on';
  return (
    <>
      <button
        type="button"
        aria-pressed={on}
        disabled={!available || state === 'asking'}
        data-tone={on ? 'live' : 'plain'}
        onClick={onToggle}
      >
        {on ? <AudioOutlined aria-hidden /> : <AudioMutedOutlined aria-hidden />}{' '}
        {t('phone.microphone.label')}
      </button>
      {on && (
        <p className="cw-phone-hint cw-muted" role="status">
          {t('phone.microphone.on')}
        </p>
      )}
      {state === 'refused' && (
        <p className="cw-phone-hint cw-bad" role="alert">
          {t('phone.microphone.refused')}
        </p>
      )}
    </>
  );
}
