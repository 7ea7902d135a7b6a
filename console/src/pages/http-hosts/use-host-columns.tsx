import { LockOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HttpHostView } from '../../../../contracts/api/http-hosts.ts';
import { useMay } from '../../api/session.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';

/** What the list shows of a host; `remove` is pressed in the row. */
export function useHostColumns(remove: (host: HttpHostView) => void): readonly Column<HttpHostView>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<HttpHostView>();
  const manages = useMay('scenarios.publish');
  return useMemo(
    () => [
      {
        key: 'host',
        title: t('httpHosts.field.host'),
        cell: ({ host }) => <code>{host}</code>,
        sortBy: ({ host }) => host,
        fixed: true,
      },
      {
        key: 'token',
        title: t('httpHosts.field.token'),
        cell: ({ hasToken }) =>
          hasToken ? (
            <span className="cw-row">
              <LockOutlined aria-hidden />
              {t('httpHosts.hasToken')}
            </span>
          ) : (
            <span className="cw-muted">{t('httpHosts.noToken')}</span>
          ),
        sortBy: ({ hasToken }) => Number(hasToken),
      },
      {
        key: 'createdAt',
        title: t('httpHosts.field.createdAt'),
        cell: ({ createdAt }) => <DateTime at={createdAt} />,
        sortBy: ({ createdAt }) => createdAt,
      },
      ...company,
      ...(manages
        ? [
            {
              key: 'remove',
              title: t('httpHosts.field.remove'),
              fixed: true,
              cell: (host: HttpHostView) => (
                <Button
                  danger
                  size="small"
                  aria-label={t('httpHosts.removeOf', { host: host.host })}
                  onClick={() => remove(host)}
                >
                  {t('httpHosts.remove')}
                </Button>
              ),
            },
          ]
        : []),
    ],
    [t, company, manages, remove],
  );
}
