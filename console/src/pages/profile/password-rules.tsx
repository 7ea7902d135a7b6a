import { CheckCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { lengthOf, SHORTEST } from './password-length.ts';

/** What a password must be; its length is checked while it is typed, the rest by the api, which has the lists. */
export function PasswordRules({ password }: { password: string }): ReactElement {
  const { t } = useTranslation();
  const length = lengthOf(password);
  const met = length >= SHORTEST;
  return (
    <ul className="cw-rules" aria-label={t('profile.password.rules')}>
      <li data-met={met}>
        {met ? <CheckCircleFilled aria-hidden /> : <MinusCircleOutlined aria-hidden />}
        <span>
          {t('profile.password.length', { count: length })}{' '}
          <span className="cw-hidden">{t(met ? 'profile.password.met' : 'profile.password.unmet')}</span>
        </span>
      </li>
      {(['own', 'common'] as const).map((rule) => (
        <li key={rule}>
          <MinusCircleOutlined aria-hidden />
          {t(`profile.password.${rule}`)}
        </li>
      ))}
    </ul>
  );
}
