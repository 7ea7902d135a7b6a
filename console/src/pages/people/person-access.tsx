import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../contracts/api/users.ts';
import { useSession } from '../../api/session.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { useChangePeople } from './people-api.ts';

type Asked = 'suspend' | 'signOut' | null;

/** What lets somebody in or keeps him out: 정지, sign-out everywhere, links by mail. */
export function PersonAccess({
  person,
  onDone,
}: {
  person: UserView;
  onDone: (said: string | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const own = useSession().data?.user.id === person.id;
  const [asked, setAsked] = useState<Asked>(null);
  const state = useChangePeople<UserView>();
  const post = useChangePeople<undefined>();
  const pending = state.isPending || post.isPending;
  const say = (said: string) => ({
    onSuccess: () => {
      setAsked(null);
      onDone(said);
    },
  });
  const setState = (next: 'active' | 'suspended'): void =>
    state.mutate(
      { method: 'PATCH', path: `/${person.id}`, body: { state: next } },
      say(t(next === 'active' ? 'people.resumed' : 'people.suspended')),
    );
  const send = (what: 'sign-out' | 'reset', said: string): void =>
    post.mutate({ method: 'POST', path: `/${person.id}/${what}` }, say(said));
  const ask = (what: Asked): void => {
    state.reset();
    post.reset();
    onDone(null);
    setAsked(what);
  };
  return (
    <section className="cw-stack" aria-label={t('people.access')}>
      <h3>{t('people.access')}</h3>
      {asked === null && <FormProblem problem={state.error ?? post.error} />}
      <div className="cw-buttons">
        {person.state !== 'suspended' && (
          <Button loading={pending} onClick={() => send('reset', t('people.sent'))}>
            {t(person.state === 'invited' ? 'people.inviteAgain' : 'people.reset')}
          </Button>
        )}
        {person.state === 'active' && <Button onClick={() => ask('signOut')}>{t('people.signOut')}</Button>}
        {person.state === 'suspended' ? (
          <Button loading={pending} onClick={() => setState('active')}>
            {t('people.resume')}
          </Button>
        ) : (
          !own && (
            <Button danger onClick={() => ask('suspend')}>
              {t('people.suspend')}
            </Button>
          )
        )}
      </div>
      <ConfirmDanger
        open={asked === 'suspend'}
        title={t('people.suspendTitle', { name: person.name })}
        action={t('people.suspend')}
        pending={state.isPending}
        onConfirm={() => setState('suspended')}
        onClose={() => setAsked(null)}
      >
        {t('people.suspendWords')}
        <FormProblem problem={state.error} words={{ 'request/conflict': t('people.suspendConflict') }} />
      </ConfirmDanger>
      <ConfirmDanger
        open={asked === 'signOut'}
        title={t('people.signOutTitle', { name: person.name })}
        action={t('people.signOut')}
        pending={post.isPending}
        problem={post.error}
        onConfirm={() => send('sign-out', t('people.signedOut'))}
        onClose={() => setAsked(null)}
      >
        {t('people.signOutWords')}
      </ConfirmDanger>
    </section>
  );
}
