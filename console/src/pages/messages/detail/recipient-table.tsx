import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactElement, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageDetailView, RecipientView } from '../../../../../contracts/api/messages.ts';
import { type Column, DataTable } from '../../../components/data-table.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { LoadMore } from '../../../components/load-more.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { MaskedNumber } from '../../../components/masked-number.tsx';
import { useSearchParam } from '../../../components/use-search-param.ts';
import '../../calls/list/call-filter-bar.css';
import { OneOf } from '../../calls/list/one-of.tsx';
import { OUTCOMES, OutcomeTag } from '../message-tags.tsx';
import { askAgainIn, recipientsOf } from '../messages-api.ts';
import { useReason } from './use-reason.ts';

/** What became of each recipient, narrowed by an outcome that stands in the address. */
export function RecipientTable({ message }: { message: MessageDetailView }): ReactElement {
  const { t } = useTranslation();
  const [asked, narrow] = useSearchParam('outcome');
  const outcome = OUTCOMES.find((known) => known === asked) ?? null;
  const list = useInfiniteQuery(recipientsOf(message.id, outcome, askAgainIn([message]) !== false));
  const columns = useRecipientColumns();
  useFollow(message, list.refetch);
  return (
    <section className="cw-stack" aria-labelledby="message-recipients">
      <h2 id="message-recipients">{t('messages.detail.recipients')}</h2>
      <Loaded query={list}>
        {({ pages }) => (
          <>
            <DataTable<RecipientView>
              name="message-recipients"
              label={t('messages.detail.recipientList')}
              columns={columns}
              rows={pages.flatMap(({ recipients }) => recipients)}
              rowKey={({ id }) => id}
              empty={<EmptyState title={t('messages.detail.noneTitle')} />}
              toolbar={
                <OneOf
                  label={t('messages.detail.outcome')}
                  value={outcome}
                  options={OUTCOMES.map((value) => ({
                    value,
                    label: `${t(`messages.outcome.${value}`)} (${message.counts[value]})`,
                  }))}
                  onChange={narrow}
                />
              }
            />
            <LoadMore list={list} label={t('messages.list.more')} />
          </>
        )}
      </Loaded>
    </section>
  );
}

/** The last outcomes come between two questions: whenever the message has news its recipients are asked for, too. */
function useFollow({ state, counts }: MessageDetailView, ask: () => unknown): void {
  const news = `${state} ${Object.values(counts).join(' ')}`;
  const seen = useRef(news);
  useEffect(() => {
    if (seen.current === news) return;
    seen.current = news;
    void ask();
  }, [news, ask]);
}

function useRecipientColumns(): readonly Column<RecipientView>[] {
  const { t } = useTranslation();
  const reason = useReason();
  return useMemo(
    () => [
      {
        key: 'position',
        title: t('messages.detail.position'),
        align: 'end',
        cell: ({ position }) => <span className="cw-number">{position}</span>,
      },
      {
        key: 'number',
        title: t('messages.field.recipient'),
        cell: ({ number }) => <MaskedNumber number={number} />,
        fixed: true,
      },
      { key: 'name', title: t('messages.detail.name'), cell: ({ name }) => name || '–' },
      {
        key: 'outcome',
        title: t('messages.detail.outcome'),
        cell: ({ outcome }) => <OutcomeTag outcome={outcome} />,
        fixed: true,
      },
      {
        key: 'channel',
        title: t('messages.field.channel'),
        cell: ({ sends }) =>
          // An Alimtalk that failed and the text that went instead: both, in their order.
          sends.map(({ channel }) => t(`messages.channel.${channel}`)).join(' → ') || '–',
      },
      { key: 'reason', title: t('messages.detail.reason'), cell: (row) => reason(row) },
      {
        key: 'settledAt',
        title: t('messages.detail.settledAt'),
        cell: ({ sends }) => <DateTime at={sends.at(-1)?.settledAt ?? null} />,
      },
      {
        key: 'text',
        title: t('messages.detail.text'),
        cell: ({ text }) => <span className="cw-breaks">{text}</span>,
        hiddenAtFirst: true,
      },
    ],
    [t, reason],
  );
}
