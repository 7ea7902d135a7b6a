import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptOutView } from '../../../../contracts/api/opt-outs.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { useSearchParam } from '../../components/use-search-param.ts';
import { NewOptOut } from './new-opt-out.tsx';
import { NumberSearch } from './number-search.tsx';
import './opt-outs.css';
import { OPT_OUTS, optOutsQuery } from './opt-outs-query.ts';
import { searchedDigits } from './pasted-numbers.ts';
import { useOptOutColumns } from './use-opt-out-columns.tsx';

/** People who want no texts. */
export function OptOutList(): ReactElement {
  const { t } = useTranslation();
  const manages = useMay('messages.manage');
  const [number, search] = useSearchParam('number');
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<OptOutView | null>(null);
  const digits = searchedDigits(number);
  const list = useInfiniteQuery(optOutsQuery(digits));
  const columns = useOptOutColumns(manages ? setAsked : null);
  const remove = useChange(OPT_OUTS);
  return (
    <>
      <NumberSearch value={number} onChange={search}>
        {manages && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('optOuts.add')}
          </Button>
        )}
      </NumberSearch>
      <Loaded query={list}>
        {({ pages }) => (
          <>
            <DataTable<OptOutView>
              name="opt-outs"
              label={t('optOuts.tab.refused')}
              columns={columns}
              rows={pages.flatMap(({ optOuts }) => optOuts)}
              rowKey={(row) => `${row.tenant} ${row.digits}`}
              empty={
                digits === null ? (
                  <EmptyState title={t('optOuts.emptyTitle')} advice={t('optOuts.emptyHint')} />
                ) : (
                  <EmptyState title={t('optOuts.notFound')} advice={t('optOuts.notFoundHint')} />
                )
              }
            />
            <LoadMore list={list} label={t('optOuts.more')} />
          </>
        )}
      </Loaded>
      <SidePanel open={adding} title={t('optOuts.add')} onClose={() => setAdding(false)}>
        <NewOptOut />
      </SidePanel>
      <ConfirmDanger
        open={asked !== null}
        title={t('optOuts.removeTitle', { number: spacedNumber(asked?.digits ?? '') })}
        action={t('optOuts.remove')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          asked !== null &&
          remove.mutate(
            { method: 'DELETE', path: `/opt-outs/${asked.digits}?tenant=${asked.tenant}` },
            { onSuccess: () => setAsked(null) },
          )
        }
        onClose={() => {
          setAsked(null);
          remove.reset();
        }}
      >
        {t('optOuts.removeWords')}
      </ConfirmDanger>
    </>
  );
}
