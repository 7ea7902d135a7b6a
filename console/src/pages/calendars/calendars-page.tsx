import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../api/session.ts';
import { PageHeader } from '../../components/page-header.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { Tabs } from '../calls/detail/tabs.tsx';
import { CalendarList } from './calendar-list.tsx';
import './calendars.css';
import { DeclaredHolidays } from './declared-holidays.tsx';
import { OwnHours } from './own-hours.tsx';

const TABS = ['company', 'own', 'declared'] as const;

/** 영업시간: the company's hours, one's own, and holidays entered by hand. Who may not see the company's has his own. */
export function CalendarsPage(): ReactElement {
  const { t } = useTranslation();
  const reads = useMay('calendars.read');
  const [asked, choose] = useSearchParam('tab');
  const tab = TABS.find((one) => one === asked) ?? 'company';
  if (!reads)
    return (
      <>
        <PageHeader title={t('calendars.title')} lead={t('calendars.lead')} />
        <OwnHours />
      </>
    );
  return (
    <>
      <PageHeader title={t('calendars.title')} lead={t('calendars.lead')} />
      <Tabs
        label={t('calendars.title')}
        tabs={TABS.map((value) => ({ value, label: t(`calendars.tab.${value}`) }))}
        value={tab}
        onChange={(next) => choose(next === 'company' ? null : next)}
      >
        {tab === 'company' && <CalendarList />}
        {tab === 'own' && <OwnHours />}
        {tab === 'declared' && <DeclaredHolidays />}
      </Tabs>
    </>
  );
}
