import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { CallTimeline } from './call-timeline.tsx';
import { DialAttempts } from './dial-attempts.tsx';
import { Messages } from './messages.tsx';

/** What happened, in order; then whom we dialled and what was left for us. */
export function CallStory({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="cw-stack">
      <Messages call={call} />
      {call.dialAttempts.length > 0 && (
        <section className="cw-card" aria-label={t('calls.detail.dial.title')}>
          <h3>{t('calls.detail.dial.title')}</h3>
          <DialAttempts attempts={call.dialAttempts} />
        </section>
      )}
      <section className="cw-card" aria-label={t('calls.detail.story.label')}>
        <CallTimeline call={call} />
      </section>
    </div>
  );
}
