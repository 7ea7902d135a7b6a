import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SystemView } from '../../../../contracts/api/system.ts';
import { get } from '../../api/client.ts';
import { timeOfDay } from '../../components/date-time.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { PartCard } from './part-card.tsx';
import './system.css';

const ASK_EVERY_MS = 5_000;

/** Each part of the installation, and what to do about it. */
export function SystemPage(): ReactElement {
  const { t } = useTranslation();
  const system = useQuery({
    queryKey: ['system'],
    queryFn: get<SystemView>('/system'),
    refetchInterval: ASK_EVERY_MS,
    // The next one is due before a retry would come, and old words must not look new.
    retry: false,
  });
  return (
    <>
      <PageHeader title={t('system.title')} lead={t('system.lead')} />
      <Loaded query={system}>
        {({ parts, checkedAt }) => {
          const wrong = parts.filter(({ state }) => state === 'down' || state === 'degraded').length;
          return (
            <>
              <Notice tone={wrong === 0 ? 'ok' : 'warn'}>
                {wrong === 0 ? t('system.allWell') : t('system.someWrong', { count: wrong })}
              </Notice>
              <p className="cw-number cw-muted">{t('system.checked', { at: timeOfDay(checkedAt) })}</p>
              <ul className="cw-parts">
                {parts.map((part) => (
                  <li key={part.part}>
                    <PartCard part={part} />
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Loaded>
    </>
  );
}
