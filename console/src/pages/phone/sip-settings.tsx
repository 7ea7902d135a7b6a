import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneView } from '../../../../contracts/api/phone.ts';
import { EmptyState } from '../../components/empty-state.tsx';

/** What to enter in a telephone or a softphone when the switch is a real one. */
export function SipSettings({ sip }: { sip: PhoneView['sip'] }): ReactElement {
  const { t } = useTranslation();
  if (sip === null) return <EmptyState title={t('phone.sip.none')} />;
  return (
    <section className="cw-card cw-stack">
      <dl className="cw-phone-sip">
        <dt>{t('phone.sip.server')}</dt>
        <dd>
          <code>{sip.server}</code>
        </dd>
        <dt>{t('phone.sip.transport')}</dt>
        <dd>{sip.transport}</dd>
        <dt>{t('phone.sip.domain')}</dt>
        <dd>
          <code>{sip.domain}</code>
        </dd>
        <dt>{t('phone.sip.accounts')}</dt>
        <dd>{sip.accounts.length === 0 ? t('phone.sip.noAccounts') : sip.accounts.join(', ')}</dd>
      </dl>
      <p className="cw-muted">{t('phone.sip.password')}</p>
      <p>
        <code>npm run account</code>
      </p>
    </section>
  );
}
