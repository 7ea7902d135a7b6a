import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Duration } from '../../components/duration.tsx';
import { useCompanyColumn } from '../tenants/use-company-column.tsx';
import { PlayButton } from './play-button.tsx';

const LANGUAGES = ['ko', 'en'] as const;

/** What the list shows of a prompt. */
export function usePromptColumns(): readonly Column<PromptView>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<PromptView>();
  return useMemo(
    (): readonly Column<PromptView>[] => [
      {
        key: 'name',
        title: t('prompts.field.name'),
        cell: ({ name, text }) => (
          <span className="cw-prompt-name">
            <strong>{name}</strong>
            {text !== null && <span className="cw-muted">{text}</span>}
          </span>
        ),
        sortBy: ({ name }) => name,
        fixed: true,
      },
      ...company,
      { key: 'kind', title: t('prompts.field.kind'), cell: ({ kind }) => t(`prompts.kind.${kind}`) },
      ...LANGUAGES.map(
        (language): Column<PromptView> => ({
          key: language,
          title: t(`prompts.language.${language}`),
          cell: (prompt) => <PlayButton prompt={prompt} language={language} />,
        }),
      ),
      {
        key: 'length',
        title: t('prompts.field.length'),
        cell: ({ files }) => <Duration ms={files[0]?.ms ?? null} />,
        align: 'end',
        sortBy: ({ files }) => files[0]?.ms ?? null,
      },
      {
        key: 'source',
        title: t('prompts.field.source'),
        cell: ({ files: [file] }) =>
          file === undefined ? <span className="cw-muted">–</span> : t(`prompts.source.${file.source}`),
      },
      {
        key: 'uses',
        title: t('prompts.field.uses'),
        cell: ({ uses }) =>
          uses === 0 ? (
            <span className="cw-muted">{t('prompts.notUsed')}</span>
          ) : (
            t('prompts.usesCount', { total: uses })
          ),
        sortBy: ({ uses }) => uses,
      },
      {
        key: 'updatedAt',
        title: t('prompts.field.updatedAt'),
        cell: ({ updatedAt }) => <DateTime at={updatedAt} />,
        sortBy: ({ updatedAt }) => updatedAt,
        hiddenAtFirst: true,
      },
    ],
    [t, company],
  );
}
