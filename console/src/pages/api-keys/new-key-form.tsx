import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { API_KEY_SCOPES, type ApiKeyScope } from '../../../../contracts/api/permissions.ts';
import { CheckField } from '../../components/check-field.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { endOfDay } from './key-state.ts';

export type WantedKey = {
  readonly name: string;
  readonly scopes: readonly ApiKeyScope[];
  readonly expiresAt: string | null;
};

/** What a new key is called, may do, and until when. */
export function NewKeyForm({
  pending,
  problem,
  onSubmit,
}: {
  pending: boolean;
  problem: unknown;
  onSubmit: (wanted: WantedKey) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [scopes, setScopes] = useState<ReadonlySet<ApiKeyScope>>(new Set(['calls.read']));
  const [none, setNone] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setNone(scopes.size === 0);
    if (scopes.size === 0) return;
    const form = new FormData(event.currentTarget);
    onSubmit({
      name: String(form.get('name') ?? ''),
      scopes: API_KEY_SCOPES.filter((scope) => scopes.has(scope)),
      expiresAt: endOfDay(String(form.get('end') ?? '')),
    });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        name="name"
        label={t('apiKeys.field.name')}
        hint={t('apiKeys.nameHint')}
        maxLength={80}
        autoComplete="off"
        required
      />
      <fieldset className="cw-group">
        <legend>{t('apiKeys.field.scopes')}</legend>
        {API_KEY_SCOPES.map((scope) => (
          <CheckField
            key={scope}
            label={t(`apiKeys.scope.${scope}`)}
            checked={scopes.has(scope)}
            onChange={() => setScopes(scopes.symmetricDifference(new Set([scope])))}
          />
        ))}
      </fieldset>
      {none && <Notice tone="bad">{t('apiKeys.scopesMissing')}</Notice>}
      <Field name="end" type="date" label={t('apiKeys.endDate')} hint={t('apiKeys.endHint')} />
      <FormProblem problem={problem} words={{ 'request/invalid': t('apiKeys.wrong') }} />
      <Button type="primary" htmlType="submit" loading={pending}>
        {t('apiKeys.make')}
      </Button>
    </form>
  );
}
