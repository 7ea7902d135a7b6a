import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnSessionView } from '../../../../contracts/api/own-sessions.ts';
import { request } from '../../api/client.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { StatusTag } from '../../components/status-tag.tsx';

/** One browser with its way out; the password proves that it is not just an open screen. */
export function OwnSession({
  session,
  hasPassword,
  onEnded,
}: {
  session: OwnSessionView;
  hasPassword: boolean;
  onEnded: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const end = useMutation({
    mutationFn: (password: string | null) =>
      request<undefined>('DELETE', `/session/list/${session.id}`, { password }),
    onSuccess: onEnded,
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    end.mutate(String(new FormData(event.currentTarget).get('password') ?? ''));
  };
  const unknown = t('profile.sessions.unknown');
  return (
    <li>
      <div>
        <strong>{`${session.browser ?? unknown} · ${session.system ?? unknown}`}</strong>
        {session.current && <StatusTag tone="ok">{t('profile.sessions.current')}</StatusTag>}
        <p className="cw-muted">
          {session.address} · {t('profile.sessions.seen')} <DateTime at={session.lastSeenAt} />
        </p>
      </div>
      {!session.current && !asking && (
        <Button
          danger
          loading={end.isPending}
          onClick={() => (hasPassword ? setAsking(true) : end.mutate(null))}
        >
          {t('profile.sessions.end')}
        </Button>
      )}
      {asking && (
        <form className="cw-form" onSubmit={submit}>
          <Field
            name="password"
            type="password"
            label={t('profile.factor.password')}
            autoComplete="current-password"
            maxLength={256}
            required
          />
          <div className="cw-buttons">
            <Button danger type="primary" htmlType="submit" loading={end.isPending}>
              {t('profile.sessions.end')}
            </Button>
            <Button onClick={() => setAsking(false)}>{t('profile.factor.cancel')}</Button>
          </div>
        </form>
      )}
      <FormProblem problem={end.error} words={{ 'auth/forbidden': t('profile.password.wrong') }} />
    </li>
  );
}
