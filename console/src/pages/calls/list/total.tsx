import { ReloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallListView } from '../../../../../contracts/api/calls.ts';

/** How many calls the filters let through; beyond what the api counts, "or more". */
export function Total({
  list,
  busy,
  refresh,
}: {
  list: CallListView;
  busy: boolean;
  refresh: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language).format(list.total.count);
  return (
    <>
      <output className="cw-number">
        {t(list.total.capped ? 'calls.list.totalCapped' : 'calls.list.total', { total: count })}
      </output>
      <Button type="text" icon={<ReloadOutlined aria-hidden spin={busy} />} onClick={refresh}>
        {t('calls.list.refresh')}
      </Button>
    </>
  );
}
