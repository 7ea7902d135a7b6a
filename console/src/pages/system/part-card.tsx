import { MinusCircleOutlined } from '@ant-design/icons';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemPartView } from '../../../../contracts/api/system.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Facts } from '../../components/facts.tsx';
import { StatusTag } from '../../components/status-tag.tsx';
import { useTexts } from '../../components/use-texts.ts';

const TONE = { ok: 'ok', degraded: 'warn', down: 'bad', off: 'idle' } as const;

/** One part: state, version, what last worked and what last failed, what to do. */
export function PartCard({ part }: { part: SystemPartView }): ReactElement {
  const { t } = useTranslation();
  const text = useTexts();
  const rows: (readonly [string, ReactNode])[] = [
    [t('system.lastSuccess'), <DateTime key="ok" at={part.lastSuccessAt} />],
    [t('system.lastError'), <DateTime key="bad" at={part.lastErrorAt} />],
  ];
  if (part.version !== null) rows.unshift([t('system.version'), <code key="v">{part.version}</code>]);
  if (part.lastError !== null)
    rows.push([
      t('system.error'),
      <span key="e" lang="en">
        {part.lastError}
      </span>,
    ]);
  return (
    <section className="cw-card cw-part" data-state={part.state}>
      <div className="cw-part-head">
        <h2>{text(part.title)}</h2>
        <StatusTag
          tone={TONE[part.state]}
          {...(part.state === 'off' ? { icon: <MinusCircleOutlined aria-hidden /> } : {})}
        >
          {t(`system.state.${part.state}`)}
        </StatusTag>
      </div>
      {part.detail !== null && <p className="cw-muted">{text(part.detail)}</p>}
      <Facts rows={rows} />
      {part.advice !== null && (
        <div className="cw-part-advice">
          <strong>{t('system.todo')}</strong>
          <p>{text(part.advice)}</p>
        </div>
      )}
    </section>
  );
}
