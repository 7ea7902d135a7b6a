import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ThreadDetailView } from '../../../../contracts/api/threads.ts';
import { useMay } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { MaskedNumber } from '../../components/masked-number.tsx';
import { Bubble } from './bubble.tsx';
import { Reply } from './reply.tsx';
import { threadQuery } from './threads-query.ts';

/** One conversation: what was said, newest last, and a line to answer. */
export function Conversation({ id, onBack }: { id: string; onBack: () => void }): ReactElement {
  const { t } = useTranslation();
  const thread = useQuery(threadQuery(id));
  const replies = useMay('messages.send');
  return (
    <section className="cw-conversation" aria-label={t('threads.one')}>
      <div className="cw-conversation-head">
        <Button className="cw-thread-back" icon={<ArrowLeftOutlined aria-hidden />} onClick={onBack}>
          {t('threads.back')}
        </Button>
        {thread.data !== undefined && (
          <div>
            <h2>
              <MaskedNumber number={thread.data.other} />
            </h2>
            <p className="cw-muted">
              {t('threads.ours')} <MaskedNumber number={thread.data.ours} />
            </p>
          </div>
        )}
      </div>
      <Loaded query={thread}>{({ entries }) => <Entries entries={entries} />}</Loaded>
      {replies && thread.data !== undefined && <Reply id={id} />}
    </section>
  );
}

/** Stays at its end when something is added, as phones do. */
function Entries({ entries }: { entries: ThreadDetailView['entries'] }): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const last = entries.at(-1)?.id;
  useEffect(() => {
    if (last !== undefined && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [last]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard
    <div ref={box} className="cw-entries" role="log" aria-label={t('threads.entries')} tabIndex={0}>
      {entries.map((entry) => (
        <Bubble key={entry.id} entry={entry} />
      ))}
    </div>
  );
}
