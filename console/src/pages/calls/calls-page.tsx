import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../components/page-header.tsx';
import { CallDrawer } from './call-drawer.tsx';
import { CallFilterBar } from './list/call-filter-bar.tsx';
import { CallTable } from './list/call-table.tsx';
import { ExportButtons } from './list/export-buttons.tsx';
import { useCallFilters } from './list/use-call-filters.ts';
import { useOpenCall } from './use-open-call.ts';

/** All calls, narrowed by what stands in the address. */
export function CallsPage(): ReactElement {
  const { t } = useTranslation();
  const place = useCallFilters();
  const { call, open, close } = useOpenCall();
  return (
    <>
      <PageHeader title={t('calls.title')}>
        <ExportButtons filters={place.filters} />
      </PageHeader>
      <div className="cw-stack">
        <CallFilterBar filters={place.filters} change={place.change} />
        <CallTable place={place} openCall={call} onOpen={open} />
      </div>
      <CallDrawer call={call} onClose={close} />
    </>
  );
}
