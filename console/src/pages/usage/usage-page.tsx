import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { Tabs } from '../calls/detail/tabs.tsx';
import { PriceTable } from './price-table.tsx';
import './usage.css';
import { UsageTable } from './usage-table.tsx';

const TABS = ['used', 'prices'] as const;

/** What was used and what it costs; and the prices. */
export function UsagePage(): ReactElement {
  const { t } = useTranslation();
  const [asked, choose] = useSearchParam('tab');
  const tab = TABS.find((one) => one === asked) ?? 'used';
  return (
    <>
      <PageHeader title={t('usage.title')} lead={t('usage.lead')} />
      <Tabs
        label={t('usage.title')}
        tabs={TABS.map((value) => ({ value, label: t(`usage.tab.${value}`) }))}
        value={tab}
        onChange={(next) => choose(next === 'used' ? null : next)}
      >
        {tab === 'used' ? <UsageTable /> : <PriceTable />}
      </Tabs>
    </>
  );
}
