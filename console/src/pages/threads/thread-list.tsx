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
      {threads.map((thread) => {
        // The open one is read, before the list says so.
        const unread = thread.id === open ? 0 : thread.unread;
        return (
          <li key={thread.id}>
            <button
              type="button"
              aria-current={thread.id === open ? 'true' : undefined}
              data-unread={unread > 0}
              onClick={() => choose(thread.id)}
            >
              <span className="cw-thread-head">
                <MaskedNumber number={thread.other} />
                {unread > 0 && (
                  <span className="cw-unread">
                    <span aria-hidden>{unread}</span>
                    <span className="cw-hidden">{t('threads.unread', { count: unread })}</span>
                  </span>
                )}
              </span>
              <span className="cw-thread-words cw-breaks">
                {thread.lastDirection === 'out' && `${t('threads.we')}: `}
                {thread.lastText}
              </span>
              <span className="cw-thread-foot cw-muted">
                <DateTime at={thread.lastAt} />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
