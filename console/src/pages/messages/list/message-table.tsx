import { ReloadOutlined } from '@ant-design/icons';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { MessageListView, MessageView } from '../../../../../contracts/api/messages.ts';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { messagesOf } from '../messages-api.ts';
import { isNarrowed, listQuery, type MessageFilters, understood } from './message-filters.ts';
import { useMessageColumns } from './use-message-columns.tsx';

/** The sent list: a table at a desk, cards on a phone. It asks again by itself while a message is on its way. */
export function MessageTable({ filters }: { filters: MessageFilters }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMessageColumns();
  const asked = understood(filters);
  const query = useMemo(() => listQuery(filters, Date.now()).toString(), [filters]);
  const list = useInfiniteQuery({ ...messagesOf(query), placeholderData: keepPreviousData, enabled: asked });
  if (!asked) return <EmptyState title={t('messages.numberWrong')} />;
  return (
    <Loaded query={list}>
      {({ pages }) => (
        <>
          <DataTable<MessageView>
            name="messages"
            label={t('messages.list.label')}
            columns={columns}
            rows={pages.flatMap(({ messages }) => messages)}
            rowKey={({ id }) => id}
            onOpen={({ id }) => void navigate(`/messages/${id}`)}
            busy={list.isPlaceholderData}
            empty={<NothingSent filters={filters} />}
            toolbar={
              <Found
                total={pages[0]?.total ?? { count: 0, capped: false }}
                busy={list.isFetching}
                refresh={() => void list.refetch()}
              />
            }
          />
          <LoadMore list={list} label={t('messages.list.more')} />
        </>
      )}
    </Loaded>
  );
}

/** "N건 검색완료" (MO-28). */
function Found({
  total,
  busy,
  refresh,
}: {
  total: MessageListView['total'];
  busy: boolean;
  refresh: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const count = new Intl.NumberFormat(i18n.language).format(total.count);
  return (
    <>
      <output className="cw-number">
        {t(total.capped ? 'messages.list.foundCapped' : 'messages.list.found', { total: count })}
      </output>
      <Button type="text" icon={<ReloadOutlined aria-hidden spin={busy} />} onClick={refresh}>
        {t('messages.list.refresh')}
      </Button>
    </>
  );
}

function NothingSent({ filters }: { filters: MessageFilters }): ReactElement {
  const { t } = useTranslation();
  const never = filters.range === 'all' && !isNarrowed(filters);
  return (
    <EmptyState
      title={t(never ? 'messages.list.neverTitle' : 'messages.list.emptyTitle')}
      advice={t(never ? 'messages.list.neverHint' : 'messages.list.emptyHint')}
    />
  );
}
