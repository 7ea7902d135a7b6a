import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallTechnicalView, TechnicalEntry } from '../../../../../contracts/api/call-technical.ts';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { CopyField } from '../../../components/copy-field.tsx';
import { ErrorState } from '../../../components/error-state.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageLoading } from '../../../components/page-loading.tsx';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import { technicalOf } from '../calls-api.ts';
import './technical-tab.css';

const TONE: Readonly<Record<TechnicalEntry['kind'], Tone>> = {
  event: 'info',
  verb: 'ok',
  activity: 'idle',
  timer: 'warn',
  workflow: 'idle',
};

/** What happened underneath: for those who look for why. */
export function TechnicalTab({ call }: { call: CallDetailView }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery({
    ...technicalOf(call.id),
    refetchInterval: call.state === 'ended' ? false : 2_000,
  });
  if (query.data === undefined) {
    if (query.error === null) return <PageLoading />;
    return <ErrorState problem={query.error} retry={() => void query.refetch()} />;
  }
  return (
    <div className="cw-stack">
      <Places view={query.data} />
      {query.data.history !== 'complete' && (
        <Notice tone="info">{t(`calls.detail.technical.${query.data.history}`)}</Notice>
      )}
      <section className="cw-card" aria-label={t('calls.detail.technical.label')}>
        {query.data.entries.length === 0 && <p className="cw-muted">{t('calls.detail.technical.empty')}</p>}
        <ol className="cw-technical">
          {query.data.entries.map((entry, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a history only grows at its end
            <Entry key={index} entry={entry} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function Places({ view }: { view: CallTechnicalView }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="cw-card cw-technical-places">
      <CopyField label={t('calls.detail.technical.workflow')} value={view.workflowId} />
      <CopyField label={t('calls.field.node')} value={`${view.node} · ${view.coreUuid}`} />
      {view.temporalUrl !== null && (
        <a href={view.temporalUrl} target="_blank" rel="noreferrer">
          {t('calls.detail.technical.open')}
        </a>
      )}
    </section>
  );
}

/** Milliseconds matter here, so the time of day has them. */
const exactTime = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Seoul',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

function Entry({ entry }: { entry: TechnicalEntry }): ReactElement {
  const { t } = useTranslation();
  return (
    <li>
      <time className="cw-number cw-muted" dateTime={entry.at}>
        {exactTime.format(new Date(entry.at)).replace(',', '.')}
      </time>
      <StatusTag tone={TONE[entry.kind]}>{t(`calls.detail.technical.kinds.${entry.kind}`)}</StatusTag>
      <span>
        <b>{entry.name}</b>
        {entry.verb !== null && <span className="cw-muted"> #{entry.verb}</span>}
      </span>
      <code>
        {Object.entries(entry.detail)
          .map(([name, value]) => `${name}=${value}`)
          .join(' ')}
      </code>
    </li>
  );
}
