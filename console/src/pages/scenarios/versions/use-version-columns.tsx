import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../../api/session.ts';
import type { Column } from '../../../components/data-table.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { StatusTag } from '../../../components/status-tag.tsx';
import type { Version } from './roll-back.tsx';

/** What the list shows of a version; its JSON and going back to it are begun in the row. */
export function useVersionColumns(
  open: (version: Version) => void,
  rollBack: (version: Version) => void,
): readonly Column<Version>[] {
  const { t } = useTranslation();
  const publishes = useMay('scenarios.publish');
  return useMemo(
    () => [
      {
        key: 'version',
        title: t('scenarios.versions.field.version'),
        fixed: true,
        cell: ({ version, live }) => (
          <span className="cw-row">
            <b className="cw-number">{t('scenarios.version', { version })}</b>
            {live && (
              <StatusTag tone="ok" icon={<PhoneOutlined aria-hidden />}>
                {t('scenarios.versions.live')}
              </StatusTag>
            )}
          </span>
        ),
        sortBy: ({ version }) => version,
      },
      {
        key: 'at',
        title: t('scenarios.versions.field.at'),
        cell: ({ publishedAt }) => <DateTime at={publishedAt} />,
        sortBy: ({ publishedAt }) => publishedAt,
      },
      {
        key: 'by',
        title: t('scenarios.versions.field.by'),
        cell: ({ publishedBy }) => publishedBy ?? <span className="cw-muted">–</span>,
      },
      {
        key: 'note',
        title: t('scenarios.versions.field.note'),
        cell: ({ note }) =>
          note === '' ? <span className="cw-muted">{t('scenarios.versions.noNote')}</span> : note,
      },
      {
        key: 'actions',
        title: t('scenarios.field.actions'),
        fixed: true,
        cell: (version) => (
          <span className="cw-row">
            <Button size="small" onClick={() => open(version)}>
              {t('scenarios.versions.open')}
            </Button>
            {publishes && !version.live && (
              <Button size="small" onClick={() => rollBack(version)}>
                {t('scenarios.versions.rollBack')}
              </Button>
            )}
          </span>
        ),
      },
    ],
    [t, publishes, open, rollBack],
  );
}
