import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Notice } from '../components/notice.tsx';
import './password-prompt.css';

/** For who came by a first-start link: a password makes the next sign-in easier. Gone for this visit by "later". */
export function PasswordPrompt(): ReactElement | null {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const [later, setLater] = useState(false);
  if (later || pathname === '/profile') return null;
  return (
    <div className="cw-password-prompt">
      <Notice tone="info">
        <p>{t('app.setPassword')}</p>
        <div className="cw-row">
          <Link to="/profile">{t('app.setPasswordNow')}</Link>
          <button type="button" onClick={() => setLater(true)}>
            {t('app.later')}
          </button>
        </div>
      </Notice>
    </div>
  );
}
