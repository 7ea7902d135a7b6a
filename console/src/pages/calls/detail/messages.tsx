import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { address } from '../../../api/client.ts';
import { useMay } from '../../../api/session.ts';
import { AudioPlayer } from '../../../components/audio-player.tsx';
import { DateTime } from '../../../components/date-time.tsx';

/** Messages that the caller left. Listening is recorded in the audit log; who may not listen sees that there is one. */
export function Messages({ call }: { call: CallDetailView }): ReactElement | null {
  const { t } = useTranslation();
  const may = useMay('recordings.listen');
  const left = call.steps.flatMap(({ recording, leftAt, seq }) =>
    recording === null ? [] : [{ recording, leftAt, seq }],
  );
  if (left.length === 0) return null;
  return (
    <section className="cw-card cw-stack" aria-label={t('calls.detail.messages.title')}>
      <h3>{t('calls.detail.messages.title')}</h3>
      {left.map(({ recording, leftAt, seq }) => (
        <div key={seq}>
          <DateTime at={leftAt} />
          {may ? (
            <AudioPlayer
              src={address(`/calls/${call.id}/recordings/${recording}`)}
              label={t('calls.detail.messages.title')}
            />
          ) : (
            <p className="cw-muted">{t('calls.detail.messages.notAllowed')}</p>
          )}
        </div>
      ))}
    </section>
  );
}
