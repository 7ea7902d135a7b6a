import { LogoutOutlined, UserOutlined } from '@ant-design/icons';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Session, useSignOut } from '../api/session.ts';
import { useDismiss } from '../components/use-dismiss.ts';
import { Preferences } from './preferences.tsx';

/** Who is signed in, language and theme, profile, sign-out. */
export function AccountMenu({ user }: { user: Session['user'] }): ReactElement {
  const { t } = useTranslation();
  const signOut = useSignOut();
  const box = useRef<HTMLDetailsElement>(null);
  const close = useDismiss(box);
  return (
    <details ref={box} className="cw-account">
      <summary aria-label={`${t('app.account')}: ${user.name}`}>
        <UserOutlined aria-hidden />
        <span className="cw-account-name">{user.name}</span>
      </summary>
      <div className="cw-account-box">
        <div>
          <strong>{user.name}</strong>
          <p className="cw-muted">{user.email}</p>
          <p className="cw-muted">
            {user.tenant.name} · {t(`app.roles.${user.role}`)}
          </p>
        </div>
        <Preferences />
        <Link to="/profile" className="cw-account-entry" onClick={close}>
          <UserOutlined aria-hidden />
          {t('app.profile')}
        </Link>
        <button
          type="button"
          className="cw-account-entry"
          disabled={signOut.isPending}
          onClick={() => signOut.mutate()}
        >
          <LogoutOutlined aria-hidden />
          {t('app.signOut')}
        </button>
      </div>
    </details>
  );
}
