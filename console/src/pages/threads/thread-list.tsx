import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadView } from '../../../../contracts/api/threads.ts';
import { DateTime } from '../../components/date-time.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';

/** With whom there are conversations: the last words, and how many were not read. */
export function ThreadList({
  threads,
  open,
  choose,
}: {
  threads: readonly ThreadView[];
  open: string | null;
  choose: (id: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <ul className="cw-thread-list" aria-label={t('threads.list')}>
      {threads.map((thread) => (
        <li key={thread.id}>
          <button
            type="button"
            aria-current={thread.id === open ? 'true' : undefined}
            data-unread={thread.unread > 0}
            onClick={() => choose(thread.id)}
          >
            <span className="cw-thread-head">
              <MaskedNumber number={thread.other} />
              {thread.unread > 0 && (
                <span className="cw-unread">
                  <span aria-hidden>{thread.unread}</span>
                  <span className="cw-hidden">{t('threads.unread', { count: thread.unread })}</span>
                </span>
              )}
            </span>
            <span className="cw-thread-words">
              {thread.lastDirection === 'out' && `${t('threads.we')}: `}
              {thread.lastText}
            </span>
            <span className="cw-thread-foot cw-muted">
              <DateTime at={thread.lastAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
