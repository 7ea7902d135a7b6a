import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay, useSession } from '../../api/session.ts';
import { timeOfDay } from '../../components/date-time.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import type { LiveStream } from '../../live/use-stream.ts';
import { CallDrawer } from '../calls/call-drawer.tsx';
import { useOpenCall } from '../calls/use-open-call.ts';
import { LiveChangesContext } from './live-changes.ts';
import { type LiveFeed, liveCount } from './live-feed.ts';
import { LiveGrid } from './live-grid.tsx';
import { useLiveCalls } from './use-live-calls.ts';

/** The calls of this moment. While the stream says nothing the page says so, and its clocks stand. */
export function LivePage(): ReactElement {
  const { t } = useTranslation();
  const { feed, stream, changes } = useLiveCalls();
  const { call, open, close } = useOpenCall();
  return (
    <LiveChangesContext value={changes}>
      <PageHeader title={t('live.title')} lead={t('live.subtitle')}>
        {feed.known && <Count feed={feed} stream={stream} />}
      </PageHeader>
      <div className="cw-stack">
        {stream.state === 'stale' && feed.known && (
          <Notice tone="warn">{t('live.frozen', { at: atOf(stream) })}</Notice>
        )}
        <Content feed={feed} stream={stream} onOpen={open} />
      </div>
      <CallDrawer call={call} onClose={close} />
    </LiveChangesContext>
  );
}

const atOf = ({ heardAt }: LiveStream): string => (heardAt === null ? '–' : timeOfDay(heardAt));

function Count({ feed, stream }: { feed: LiveFeed; stream: LiveStream }): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="cw-number">
      <b>{t('live.count', { count: liveCount(feed) })}</b>
      {stream.state === 'stale' && <span className="cw-muted"> ({atOf(stream)})</span>}
    </p>
  );
}

function Content({
  feed,
  stream,
  onOpen,
}: {
  feed: LiveFeed;
  stream: LiveStream;
  onOpen: (call: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  if (stream.refused !== null) return <ErrorState problem={stream.refused} />;
  if (!feed.known && stream.state === 'stale') return <EmptyState title={t('live.unknownNow')} />;
  if (!feed.known) return <PageLoading />;
  if (feed.order.length > 0) return <LiveGrid feed={feed} onOpen={onOpen} />;
  // An empty page that is old would say that nobody calls, which is not known.
  return stream.state === 'stale' ? <EmptyState title={t('live.unknownNow')} /> : <NoCalls />;
}

function NoCalls(): ReactElement {
  const { t } = useTranslation();
  const simulated = useSession().data?.simulatedSwitch === true;
  const phone = useMay('phone.use') && simulated;
  return (
    <EmptyState title={t('live.emptyTitle')} advice={phone ? t('live.emptyHint') : t('live.emptyPlain')}>
      {phone && <Link to="/phone">{t('live.toPhone')}</Link>}
    </EmptyState>
  );
}
