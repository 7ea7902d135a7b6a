import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { FormEvent, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PriceView } from '../../../../contracts/api/usage.ts';
import { USAGE_KINDS } from '../../../../contracts/message/kinds.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { seoulDay } from '../calls/list/quick-range.ts';
import { tenantsQuery } from '../tenants/tenants-query.ts';
import { PRICES } from './usage-query.ts';

/** Sets a price from a day on; the one before ends there. */
export function NewPrice(): ReactElement {
  const { t } = useTranslation();
  const several = useMay('tenants.manage');
  const companies = useQuery({ ...tenantsQuery, enabled: several }).data?.tenants;
  const add = useChange<PriceView>(PRICES);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { kind, won, from, tenant } = Object.fromEntries(new FormData(event.currentTarget));
    const whose = tenant === undefined || tenant === '' ? null : tenant;
    add.mutate({ method: 'POST', path: '/prices', body: { kind, won: Number(won), from, tenant: whose } });
  };
  return (
    <>
      {add.isSuccess && <Notice tone="ok">{t('usage.price.added', { day: add.data.from })}</Notice>}
      <form key={add.data?.id ?? ''} className="cw-form" onSubmit={submit}>
        <SelectField name="kind" label={t('usage.price.kind')}>
          {USAGE_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`usage.kind.${kind}`)}
            </option>
          ))}
        </SelectField>
        <SelectField name="tenant" label={t('usage.price.tenant')} hint={t('usage.price.tenantHint')}>
          <option value="">{t('usage.price.all')}</option>
          {companies?.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
        <Field
          name="won"
          type="number"
          min={0}
          max={1_000_000}
          step={0.01}
          label={t('usage.price.won')}
          hint={t('usage.price.wonHint')}
          required
        />
        <Field
          name="from"
          type="date"
          label={t('usage.price.from')}
          hint={t('usage.price.fromHint')}
          min={seoulDay(Date.now())}
          defaultValue={seoulDay(Date.now())}
          required
        />
        <FormProblem problem={add.error} words={{ 'request/conflict': t('usage.price.taken') }} />
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('usage.price.add')}
        </Button>
      </form>
    </>
  );
}
