import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../api/client.ts';
import { useMay } from '../../../api/session.ts';
import { type CallFilters, exportQuery, notUnderstood } from './call-filters.ts';

const FORMATS = ['csv', 'xlsx'] as const;

/** Downloads what is filtered, all pages of it; the browser shows the progress. Absent for those who may not export. */
export function ExportButtons({ filters }: { filters: CallFilters }): ReactElement | null {
  const { t, i18n } = useTranslation();
  const may = useMay('calls.export');
  if (!may || notUnderstood(filters).length > 0) return null;
  const query = Object.fromEntries(exportQuery(filters, Date.now()));
  return (
    <>
      {FORMATS.map((format) => (
        <Button
          key={format}
          href={address('/calls/export', { ...query, format, lang: i18n.language })}
          download
          icon={<DownloadOutlined aria-hidden />}
          title={t('calls.list.exportHint')}
        >
          {t(`calls.list.${format}`)}
        </Button>
      ))}
    </>
  );
}
