import { HistoryOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceView } from '../../../../contracts/api/usage.ts';
import type { Column } from '../../components/data-table.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { seoulDay } from '../calls/list/quick-range.ts';
import { useCompanyNames } from '../tenants/use-company-column.tsx';
import { priceState } from './price-state.ts';
import { wonText } from './won.tsx';

const TONE = { now: 'ok', next: 'info', past: 'idle' } as const;

/** What the table shows of a price; `remove` is pressed in the row of one that is still to come. */
export function usePriceColumns(remove: ((price: PriceView) => void) | null): readonly Column<PriceView>[] {
  const { t } = useTranslation();
  const nameOf = useCompanyNames();
  return useMemo(() => {
    const today = seoulDay(Date.now());
    const whose = ({ tenant }: PriceView): string =>
      tenant === null ? t('usage.price.all') : (nameOf?.(tenant) ?? t('usage.price.own'));
    const columns: Column<PriceView>[] = [
      {
        key: 'kind',
        title: t('usage.price.kind'),
        cell: ({ kind }) => <strong>{t(`usage.kind.${kind}`)}</strong>,
        sortBy: ({ kind }) => kind,
        fixed: true,
      },
      { key: 'tenant', title: t('usage.price.tenant'), cell: whose, sortBy: whose },
      {
        key: 'won',
        title: t('usage.price.won'),
        align: 'end',
        cell: ({ won }) => <span className="cw-number">{wonText(won)}</span>,
        sortBy: ({ won }) => won,
        fixed: true,
      },
      {
        key: 'from',
        title: t('usage.price.from'),
        cell: ({ from }) => <span className="cw-number">{from}</span>,
        sortBy: ({ from }) => from,
      },
      {
        key: 'until',
        title: t('usage.price.until'),
        cell: ({ until }) =>
          until === null ? (
            <span className="cw-muted">{t('usage.price.noEnd')}</span>
          ) : (
            <span className="cw-number">{until}</span>
          ),
        sortBy: ({ until }) => until,
      },
      {
        key: 'state',
        title: t('usage.price.state'),
        cell: (price) => {
          const state = priceState(price, today);
          return (
            <StatusTag
              tone={TONE[state]}
              {...(state === 'past' ? { icon: <HistoryOutlined aria-hidden /> } : {})}
            >
              {t(`usage.price.states.${state}`)}
            </StatusTag>
          );
        },
      },
    ];
    if (remove === null) return columns;
    const cell = (price: PriceView) =>
      priceState(price, today) === 'next' ? (
        <Button
          danger
          size="small"
          aria-label={t('usage.price.removeOf', { kind: t(`usage.kind.${price.kind}`), day: price.from })}
          onClick={() => remove(price)}
        >
          {t('usage.price.remove')}
        </Button>
      ) : (
        <span className="cw-muted">–</span>
      );
    return [...columns, { key: 'remove', title: t('usage.price.remove'), cell, fixed: true }];
  }, [t, nameOf, remove]);
}
