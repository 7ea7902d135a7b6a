import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { Conversation } from './conversation.tsx';
import { ThreadList } from './thread-list.tsx';
import './threads.css';
import { threadsQuery } from './threads-query.ts';

/** Conversations by text: the list beside one of them; on a phone one or the other. */
export function ThreadsPage(): ReactElement {
  const { t } = useTranslation();
  const list = useInfiniteQuery(threadsQuery);
  const [open, choose] = useSearchParam('thread');
  return (
    <>
      <PageHeader title={t('threads.title')} lead={t('threads.lead')} />
      <Loaded query={list}>
        {({ pages }) => {
          const threads = pages.flatMap((page) => page.threads);
          if (threads.length === 0 && open === null)
            return <EmptyState title={t('threads.emptyTitle')} advice={t('threads.emptyHint')} />;
          return (
            <div className="cw-threads cw-card" data-open={open !== null}>
              <div className="cw-thread-side">
                <ThreadList threads={threads} open={open} choose={choose} />
                <LoadMore list={list} label={t('threads.more')} />
              </div>
              {open === null ? (
                <p className="cw-thread-none cw-muted">{t('threads.choose')}</p>
              ) : (
                <Conversation key={open} id={open} onBack={() => choose(null)} />
              )}
            </div>
          );
        }}
      </Loaded>
    </>
  );
}
