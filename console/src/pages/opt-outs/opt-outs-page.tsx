import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { Tabs } from '../calls/detail/tabs.tsx';
import { ConsentList } from './consent-list.tsx';
import { OptOutList } from './opt-out-list.tsx';

const TABS = ['refused', 'agreed'] as const;

/** Who wants no texts, and who agreed to advertising. */
export function OptOutsPage(): ReactElement {
  const { t } = useTranslation();
  const [asked, choose] = useSearchParam('tab');
  const tab = TABS.find((one) => one === asked) ?? 'refused';
  return (
    <>
      <PageHeader title={t('optOuts.title')} lead={t('optOuts.lead')} />
      <Tabs
        label={t('optOuts.title')}
        tabs={TABS.map((value) => ({ value, label: t(`optOuts.tab.${value}`) }))}
        value={tab}
        onChange={(next) => choose(next === 'refused' ? null : next)}
      >
        {tab === 'refused' ? <OptOutList /> : <ConsentList />}
      </Tabs>
    </>
  );
}
