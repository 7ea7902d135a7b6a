import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import './pager.css';
import { PAGE_SIZES } from './call-filters.ts';
import type { ListPlace } from './use-call-filters.ts';

/** Page by page: forward by the cursor that the api gave, back along the way that was come. */
export function Pager({ place, next }: { place: ListPlace; next: string | null }): ReactElement {
  const { t } = useTranslation();
  const { filters, trail, change, turnTo, turnBack } = place;
  const known = filters.cursor === null || trail.length > 0;
  return (
    <nav className="cw-pager" aria-label={t('calls.list.label')}>
      <label className="cw-filter">
        <span className="cw-hidden">{t('calls.list.sizeLabel')}</span>
        <select
          value={filters.size}
          onChange={({ target }) => {
            const size = PAGE_SIZES.find((one) => String(one) === target.value);
            if (size !== undefined) change({ size });
          }}
        >
          {PAGE_SIZES.map((size) => (
            <option key={size} value={size}>
              {t('calls.list.size', { size })}
            </option>
          ))}
        </select>
      </label>
      <span className="cw-row">
        {known && (
          <span className="cw-number cw-muted">{t('calls.list.page', { page: trail.length + 1 })}</span>
        )}
        <Button icon={<LeftOutlined aria-hidden />} disabled={filters.cursor === null} onClick={turnBack}>
          {t(known ? 'calls.list.previous' : 'calls.list.first')}
        </Button>
        <Button disabled={next === null} onClick={() => next !== null && turnTo(next)}>
          {t('calls.list.next')} <RightOutlined aria-hidden />
        </Button>
      </span>
    </nav>
  );
}
