import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { useSearchParam } from '../../components/use-search-param.ts';
import { NumberPanel } from './number-panel.tsx';
import { numbersQuery } from './numbers-query.ts';
import { useNumberColumns } from './use-number-columns.tsx';

/** Numbers and what answers them. */
export function NumbersPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(numbersQuery);
  const columns = useNumberColumns();
  const manages = useMay('numbers.manage');
  const [digits, open] = useSearchParam('number');
  const chosen = manages ? list.data?.numbers.find((one) => one.digits === digits) : undefined;
  return (
    <>
      <PageHeader title={t('numbers.title')} lead={t('numbers.lead')} />
      <Loaded query={list}>
        {({ numbers }) => (
          <DataTable<NumberView>
            name="numbers"
            label={t('numbers.list')}
            columns={columns}
            rows={numbers}
            rowKey={(number) => number.digits}
            onOpen={manages ? (number) => open(number.digits) : undefined}
            openKey={digits}
            toolbar={<span className="cw-muted">{t('numbers.count', { total: numbers.length })}</span>}
            empty={<EmptyState title={t('numbers.emptyTitle')} advice={t('numbers.emptyHint')} />}
          />
        )}
      </Loaded>
      <NumberPanel
        number={chosen ?? null}
        title={chosen === undefined ? t('numbers.edit.title') : spacedNumber(chosen.digits)}
        onClose={() => open(null)}
      />
    </>
  );
}
