import { MinusCircleOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SESSION_KEY, type Session } from '../../api/session.ts';
import { Notice } from '../../components/notice.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { EnrolSecondFactor } from './enrol-second-factor.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { RemoveSecondFactor } from './remove-second-factor.tsx';

/** The second factor of one's account: on or off, and the way between. */
export function SecondFactorCard({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  // Recovery codes live here only: they are gone once they were put away.
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [removed, setRemoved] = useState(false);
  const changed = (): void => void client.invalidateQueries({ queryKey: SESSION_KEY });
  const on = session.secondFactor;
  return (
    <section className="cw-card cw-stack">
      <div className="cw-row">
        <h2>{t('profile.factor.title')}</h2>
        <StatusTag
          tone={on ? 'ok' : 'idle'}
          icon={on ? <SafetyCertificateOutlined aria-hidden /> : <MinusCircleOutlined aria-hidden />}
        >
          {t(on ? 'profile.factor.on' : 'profile.factor.off')}
        </StatusTag>
      </div>
      <p className="cw-muted">{t('profile.factor.lead')}</p>
      {removed && !on && <Notice tone="ok">{t('profile.factor.removed')}</Notice>}
      {codes !== null ? (
        <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
      ) : on ? (
        <RemoveSecondFactor
          onDone={() => {
            setRemoved(true);
            changed();
          }}
        />
      ) : session.hasPassword ? (
        <EnrolSecondFactor
          onDone={(given) => {
            setCodes(given);
            setRemoved(false);
            changed();
          }}
        />
      ) : (
        <Notice tone="info">{t('profile.factor.needPassword')}</Notice>
      )}
    </section>
  );
}
