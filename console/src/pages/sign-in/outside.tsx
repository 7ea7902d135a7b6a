import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Preferences } from '../../app/preferences.tsx';
import { Brand } from '../../components/brand.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import './sign-in.css';

/** A page before the sign-in: a card in the middle, language and theme below. */
export function Outside({ title, children }: { title: string; children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <div className="cw-outside">
      <main>
        <div>
          <Brand />
          <p className="cw-muted">{t('signIn.tagline')}</p>
        </div>
        <div className="cw-card">
          <PageHeader title={title} />
          {children}
        </div>
      </main>
      <Preferences />
    </div>
  );
}
