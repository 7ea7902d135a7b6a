import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TenantView } from '../../../../contracts/api/tenants.ts';
import { request } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { tenantsQuery } from './tenants-query.ts';

/** Makes a company, or gives `tenant` another name. */
export function TenantForm({
  tenant,
  onDone,
}: {
  tenant: TenantView | null;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const save = useMutation({
    mutationFn: (name: string) =>
      tenant === null
        ? request<TenantView>('POST', '/tenants', { name })
        : request<TenantView>('PATCH', `/tenants/${tenant.id}`, { name }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: tenantsQuery.queryKey });
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    save.mutate(String(new FormData(event.currentTarget).get('name') ?? ''));
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        name="name"
        label={t('tenants.name')}
        defaultValue={tenant?.name ?? ''}
        maxLength={80}
        autoComplete="off"
        required
      />
      {tenant === null && <p className="cw-muted">{t('tenants.people')}</p>}
      <FormProblem problem={save.error} words={{ 'request/invalid': t('tenants.wrong') }} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {t(tenant === null ? 'tenants.make' : 'tenants.save')}
      </Button>
    </form>
  );
}
