import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailView } from '../../../../contracts/api/outbox.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadMore } from '../../components/load-more.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { Mail } from './mail.tsx';
import { mailsQuery } from './outbox-query.ts';
import { useMailColumns } from './use-mail-columns.tsx';

/** Mails that the product sent, or keeps until somebody passes them on. */
export function OutboxPage(): ReactElement {
  const { t } = useTranslation();
  const list = useInfiniteQuery(mailsQuery);
  const columns = useMailColumns();
  const [mail, open] = useSearchParam('mail');
  const delivers = list.data?.pages[0]?.delivers ?? true;
  return (
    <>
      <PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />
      <Loaded query={list}>
        {({ pages }) => (
          <>
            {!delivers && <Notice tone="info">{t('outbox.keptOnly')}</Notice>}
            <DataTable<MailView>
              name="outbox"
              label={t('outbox.list')}
              columns={columns}
              rows={pages.flatMap(({ mails }) => mails)}
              rowKey={({ id }) => id}
              onOpen={({ id }) => open(id)}
              openKey={mail}
              empty={<EmptyState title={t('outbox.emptyTitle')} advice={t('outbox.emptyHint')} />}
            />
            <LoadMore list={list} label={t('outbox.more')} />
          </>
        )}
      </Loaded>
      <SidePanel open={mail !== null} title={t('outbox.mail')} onClose={() => open(null)}>
        {mail !== null && <Mail key={mail} id={mail} delivers={delivers} />}
      </SidePanel>
    </>
  );
}
