import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceView } from '../../../../contracts/api/usage.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { NewPrice } from './new-price.tsx';
import { PRICES, pricesQuery } from './usage-query.ts';
import { usePriceColumns } from './use-price-columns.tsx';

/** Prices of one piece and when they hold. */
export function PriceTable(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(pricesQuery);
  const manages = useMay('prices.manage');
  const [making, setMaking] = useState(false);
  const [asked, setAsked] = useState<PriceView | null>(null);
  const columns = usePriceColumns(manages ? setAsked : null);
  const remove = useChange(PRICES);
  return (
    <>
      <Loaded query={list}>
        {({ prices }) => (
          <DataTable<PriceView>
            name="prices"
            label={t('usage.tab.prices')}
            columns={columns}
            rows={prices}
            rowKey={({ id }) => id}
            toolbar={
              manages && (
                <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>
                  {t('usage.price.create')}
                </Button>
              )
            }
            empty={<EmptyState title={t('usage.price.emptyTitle')} advice={t('usage.price.emptyHint')} />}
          />
        )}
      </Loaded>
      <SidePanel open={making} title={t('usage.price.create')} onClose={() => setMaking(false)}>
        <NewPrice />
      </SidePanel>
      <ConfirmDanger
        open={asked !== null}
        title={t('usage.price.removeTitle')}
        action={t('usage.price.remove')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          asked !== null &&
          remove.mutate(
            { method: 'DELETE', path: `/prices/${asked.id}` },
            { onSuccess: () => setAsked(null) },
          )
        }
        onClose={() => {
          setAsked(null);
          remove.reset();
        }}
      >
        {t('usage.price.removeWords')}
      </ConfirmDanger>
    </>
  );
}
