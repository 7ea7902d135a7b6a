import { ImportOutlined } from '@ant-design/icons';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentView } from '../../../../contracts/api/opt-outs.ts';
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
import { ImportConsents } from './import-consents.tsx';
import { NumberSearch } from './number-search.tsx';
import './opt-outs.css';
import { CONSENTS, consentsQuery } from './opt-outs-query.ts';
import { searchedDigits } from './pasted-numbers.ts';
import { useConsentColumns } from './use-consent-columns.tsx';

/** People who agreed to advertising, and those who took it back. */
export function ConsentList(): ReactElement {
  const { t } = useTranslation();
  const manages = useMay('messages.manage');
  const [number, search] = useSearchParam('number');
  const [adding, setAdding] = useState(false);
  const [asked, setAsked] = useState<ConsentView | null>(null);
  const digits = searchedDigits(number);
  const list = useInfiniteQuery(consentsQuery(digits));
  const columns = useConsentColumns(manages ? setAsked : null);
  const withdraw = useChange(CONSENTS);
  return (
    <>
      <NumberSearch value={number} onChange={search}>
        {manages && (
          <Button type="primary" icon={<ImportOutlined aria-hidden />} onClick={() => setAdding(true)}>
            {t('optOuts.import.open')}
          </Button>
        )}
      </NumberSearch>
      <Loaded query={list}>
        {({ pages }) => (
          <>
            <DataTable<ConsentView>
              name="ad-consents"
              label={t('optOuts.tab.agreed')}
              columns={columns}
              rows={pages.flatMap(({ consents }) => consents)}
              rowKey={(row) => `${row.tenant} ${row.digits}`}
              empty={
                digits === null ? (
                  <EmptyState title={t('optOuts.noConsent')} advice={t('optOuts.noConsentHint')} />
                ) : (
                  <EmptyState title={t('optOuts.notFound')} advice={t('optOuts.notFoundHint')} />
                )
              }
            />
            <LoadMore list={list} label={t('optOuts.more')} />
          </>
        )}
      </Loaded>
      <SidePanel open={adding} title={t('optOuts.import.open')} onClose={() => setAdding(false)}>
        <ImportConsents />
      </SidePanel>
      <ConfirmDanger
        open={asked !== null}
        title={t('optOuts.withdrawTitle', { number: spacedNumber(asked?.digits ?? '') })}
        action={t('optOuts.withdraw')}
        pending={withdraw.isPending}
        problem={withdraw.error}
        onConfirm={() =>
          asked !== null &&
          withdraw.mutate(
            { method: 'DELETE', path: `/ad-consents/${asked.digits}?tenant=${asked.tenant}` },
            { onSuccess: () => setAsked(null) },
          )
        }
        onClose={() => {
          setAsked(null);
          withdraw.reset();
        }}
      >
        {t('optOuts.withdrawWords')}
      </ConfirmDanger>
    </>
  );
}
