import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneView } from '../../../../contracts/api/phone.ts';
import { get } from '../../api/client.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { closePhone, isPhoneOpen } from './core/open-phone.ts';
import { PhoneSlot } from './phone-slot.tsx';
import { SipSettings } from './sip-settings.tsx';
import './phone.css';

/** The telephone in the browser; with a real switch, how to set a real one up. */
export function PhonePage(): ReactElement {
  const { t } = useTranslation();
  const phone = useQuery({ queryKey: ['phone'], queryFn: get<PhoneView>('/phone'), staleTime: 60_000 });
  if (phone.isPending) return <PageLoading />;
  if (phone.data === undefined)
    return <ErrorState problem={phone.error} retry={() => void phone.refetch()} />;
  if (phone.data.simulated) return <Telephones numbers={phone.data.numbers} />;
  return (
    <>
      <PageHeader title={t('phone.title')} lead={t('phone.sip.lead')} />
      <SipSettings sip={phone.data.sip} />
    </>
  );
}

function Telephones({ numbers }: { numbers: PhoneView['numbers'] }): ReactElement {
  const { t } = useTranslation();
  const [two, setTwo] = useState(() => isPhoneOpen('second'));
  const toggle = (): void => {
    if (two) void closePhone('second');
    setTwo(!two);
  };
  return (
    <>
      <PageHeader title={t('phone.title')} lead={t('phone.lead')}>
        <Button onClick={toggle}>{two ? t('phone.second.close') : t('phone.second.open')}</Button>
      </PageHeader>
      <div className="cw-phones" data-two={two}>
        <PhoneSlot slot="first" numbers={numbers} />
        {two && <PhoneSlot slot="second" numbers={numbers} />}
      </div>
    </>
  );
}
