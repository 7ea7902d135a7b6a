import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { UsageKind } from '../../../../contracts/message/kinds.ts';
import { type Amount, totalWon } from './usage-rows.ts';
import { Won } from './won.tsx';

/** Sums of the whole time, by kind and together (MO-38). */
export function UsageCards({ sums }: { sums: ReadonlyMap<UsageKind, Amount> }): ReactElement {
  const { t } = useTranslation();
  const total = totalWon(sums);
  return (
    <dl className="cw-usage-cards">
      <div className="cw-card" data-total="true">
        <dt>{t('usage.total')}</dt>
        <dd>
          <Won won={total.won} />
          {total.partial && total.won !== null && <span className="cw-muted">{t('usage.partial')}</span>}
        </dd>
      </div>
      {[...sums].map(([kind, { quantity, won }]) => (
        <div key={kind} className="cw-card">
          <dt>{t(`usage.kind.${kind}`)}</dt>
          <dd>
            <Won won={won} />
            <span className="cw-muted cw-number">{t('usage.pieces', { count: quantity })}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
