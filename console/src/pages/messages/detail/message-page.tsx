import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { Loaded } from '../../../components/loaded.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { MessageTag } from '../message-tags.tsx';
import { messageOf } from '../messages-api.ts';
import { CancelMessage } from './cancel-message.tsx';
import './detail.css';
import { MessageCountsLine } from './message-counts.tsx';
import { MessageFacts } from './message-facts.tsx';
import { MessageText } from './message-text.tsx';
import { RecipientTable } from './recipient-table.tsx';

/** One message: what it said, how it went, and what became of each recipient (MO-29). */
export function MessagePage(): ReactElement {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  return (
    <>
      <PageHeader title={t('messages.detail.title')}>
        <Link to="/messages">{t('messages.detail.back')}</Link>
      </PageHeader>
      <Message key={id} id={id.toLowerCase()} />
    </>
  );
}

function Message({ id }: { id: string }): ReactElement {
  const message = useQuery(messageOf(id));
  return (
    <Loaded query={message}>
      {(read) => (
        <>
          <section className="cw-card cw-message-head">
            <MessageTag message={read} />
            <MessageCountsLine message={read} />
            <CancelMessage message={read} />
          </section>
          <div className="cw-message-parts">
            <MessageText message={read} />
            <MessageFacts message={read} />
          </div>
          <RecipientTable message={read} />
        </>
      )}
    </Loaded>
  );
}
