import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { KeptText } from './kept-text.tsx';
import './outbox-texts.css';
import { outboxTextsQuery } from './outbox-texts-query.ts';

/** What provider `outbox` kept, as phones would have shown it: nothing of it was sent. */
export function OutboxTextsPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(outboxTextsQuery);
  return (
    <>
      <PageHeader title={t('outboxTexts.title')} lead={t('outboxTexts.lead')} />
      <Loaded query={list}>
        {({ texts }) => (
          <>
            <Notice tone="info">{t('outboxTexts.notSent')}</Notice>
            {texts.length === 0 ? (
              <EmptyState title={t('outboxTexts.emptyTitle')} advice={t('outboxTexts.emptyHint')} />
            ) : (
              <ul className="cw-kept-texts" aria-label={t('outboxTexts.list')}>
                {texts.map((text) => (
                  <KeptText key={text.id} text={text} />
                ))}
              </ul>
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
