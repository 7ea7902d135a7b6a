import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { type Session, useSession } from '../../api/session.ts';
import { Facts } from '../../components/facts.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { OwnSessionsCard } from './own-sessions-card.tsx';
import { PasswordCard } from './password-card.tsx';
import './profile.css';
import { SecondFactorCard } from './second-factor-card.tsx';

/** One's own account: who one is, password, second factor, sessions. */
export function ProfilePage(): ReactElement {
  const { t } = useTranslation();
  const session = useSession().data;
  return (
    <>
      <PageHeader title={t('profile.title')} />
      {session == null ? (
        <PageLoading />
      ) : (
        <div className="cw-profile">
          <AccountCard session={session} />
          <PasswordCard session={session} />
          <SecondFactorCard session={session} />
          <OwnSessionsCard session={session} />
        </div>
      )}
    </>
  );
}

function AccountCard({ session: { user } }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="cw-card cw-stack">
      <h2>{t('profile.account')}</h2>
      <Facts
        rows={[
          [t('profile.name'), user.name],
          [t('profile.email'), user.email],
          [t('profile.role'), t(`app.roles.${user.role}`)],
          [t('profile.company'), user.tenant.name],
        ]}
      />
      <p className="cw-muted">{t('profile.changeHint')}</p>
    </section>
  );
}
