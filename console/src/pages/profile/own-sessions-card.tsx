import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnSessionListView } from '../../../../contracts/api/own-sessions.ts';
import { get } from '../../api/client.ts';
import type { Session } from '../../api/session.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OwnSession } from './own-session.tsx';

const KEY = ['session', 'list'];

/** Where one is signed in, to end what one does not know (ASVS 7.5.2). */
export function OwnSessionsCard({ session }: { session: Session }): ReactElement {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const list = useQuery({ queryKey: KEY, queryFn: get<OwnSessionListView>('/session/list') });
  return (
    <section className="cw-card cw-stack">
      <h2>{t('profile.sessions.title')}</h2>
      <p className="cw-muted">{t('profile.sessions.lead')}</p>
      <Loaded query={list}>
        {({ sessions }) => (
          <ul className="cw-own-sessions">
            {sessions.map((one) => (
              <OwnSession
                key={one.id}
                session={one}
                hasPassword={session.hasPassword}
                onEnded={() => void queries.invalidateQueries({ queryKey: KEY })}
              />
            ))}
          </ul>
        )}
      </Loaded>
    </section>
  );
}
