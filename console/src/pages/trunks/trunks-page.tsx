import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { TrunkCard } from './trunk-card.tsx';
import './trunks.css';
import { trunksQuery } from './trunks-query.ts';

/** Ways out to the carriers: state, caps, test calls. */
export function TrunksPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(trunksQuery);
  return (
    <>
      <PageHeader title={t('trunks.title')} lead={t('trunks.lead')} />
      <Loaded query={list}>
        {({ trunks }) =>
          trunks.length === 0 ? (
            <EmptyState title={t('trunks.emptyTitle')} advice={t('trunks.emptyHint')} />
          ) : (
            trunks.map((trunk) => <TrunkCard key={trunk.name} trunk={trunk} />)
          )
        }
      </Loaded>
    </>
  );
}
