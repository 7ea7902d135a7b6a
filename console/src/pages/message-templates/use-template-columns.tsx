import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../../../contracts/api/message-templates.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';
import { AlimtalkState } from './alimtalk-state.tsx';

/** What the list shows of a template. */
export function useTemplateColumns(): readonly Column<TemplateView>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<TemplateView>();
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('messageTemplates.field.name'),
        cell: ({ name }) => <strong>{name}</strong>,
        sortBy: ({ name }) => name,
        fixed: true,
      },
      {
        key: 'kind',
        title: t('messageTemplates.field.kind'),
        cell: ({ kind, purpose }) => (
          <span>
            {t(`messageTemplates.kind.${kind}`)}
            {purpose === 'ad' && ` · ${t('messageTemplates.purpose.ad')}`}
          </span>
        ),
        sortBy: ({ kind }) => kind,
      },
      {
        key: 'body',
        title: t('messageTemplates.field.body'),
        cell: ({ body }) => (
          <span className="cw-breaks">
            <span className="cw-template-excerpt">{body}</span>
          </span>
        ),
      },
      {
        key: 'state',
        title: t('messageTemplates.field.state'),
        cell: ({ alimtalkState }) =>
          alimtalkState === null ? (
            <span className="cw-muted">–</span>
          ) : (
            <AlimtalkState state={alimtalkState} />
          ),
        sortBy: ({ alimtalkState }) => alimtalkState,
      },
      {
        key: 'variables',
        title: t('messageTemplates.field.variables'),
        cell: ({ variables }) =>
          variables.length === 0 ? <span className="cw-muted">–</span> : variables.join(', '),
        hiddenAtFirst: true,
      },
      {
        key: 'usedBy',
        title: t('messageTemplates.field.usedBy'),
        align: 'end',
        cell: ({ usedBy }) => <span className="cw-number">{usedBy}</span>,
        sortBy: ({ usedBy }) => usedBy,
      },
      {
        key: 'updatedAt',
        title: t('messageTemplates.field.updatedAt'),
        cell: ({ updatedAt }) => <DateTime at={updatedAt} />,
        sortBy: ({ updatedAt }) => updatedAt,
      },
      ...company,
    ],
    [t, company],
  );
}
