import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { hostIn } from './host-in.ts';
import { HTTP_HOSTS } from './http-hosts-query.ts';

/** Adds a host that scenarios may ask, with the token that is sent along. */
export function NewHttpHostForm({ onDone }: { onDone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [host, setHost] = useState('');
  const [token, setToken] = useState('');
  const add = useChange(HTTP_HOSTS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { host: hostIn(host), token: token.trim() === '' ? null : token.trim() };
    add.mutate({ method: 'POST', path: '/http-hosts', body }, { onSuccess: onDone });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        label={t('httpHosts.field.host')}
        hint={t('httpHosts.hostHint')}
        value={host}
        maxLength={300}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        onChange={({ target }) => setHost(target.value)}
      />
      <Field
        label={t('httpHosts.tokenOptional')}
        hint={t('httpHosts.tokenHint')}
        type="password"
        value={token}
        maxLength={2_000}
        autoComplete="new-password"
        onChange={({ target }) => setToken(target.value)}
      />
      <FormProblem
        problem={add.error}
        words={{ 'request/conflict': t('httpHosts.taken'), 'request/invalid': t('httpHosts.invalid') }}
      />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('httpHosts.save')}
        </Button>
      </div>
    </form>
  );
}
