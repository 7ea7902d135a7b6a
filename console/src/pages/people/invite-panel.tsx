import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Role } from '../../../../contracts/api/permissions.ts';
import type { UserView } from '../../../../contracts/api/users.ts';
import { useMay, useSession } from '../../api/session.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { tenantsQuery } from '../tenants/tenants-query.ts';
import { useChangePeople } from './people-api.ts';
import { RoleField } from './role-field.tsx';

/** Makes an account and mails its invitation; afterwards says where the mail is. */
export function InvitePanel({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel open={open} title={t('people.invite')} onClose={onClose}>
      <InviteForm />
    </SidePanel>
  );
}

function InviteForm(): ReactElement {
  const { t } = useTranslation();
  const [role, setRole] = useState<Role>('agent');
  const invite = useChangePeople<UserView>();
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { email, name, tenant } = Object.fromEntries(new FormData(event.currentTarget));
    const body = { email, name, role, ...(tenant === undefined ? {} : { tenant }) };
    invite.mutate({ method: 'POST', path: '/invitations', body });
  };
  return (
    <>
      {invite.isSuccess && <Invited email={invite.data.email} />}
      <form
        // Emptied for the next one.
        key={invite.data?.id ?? ''}
        className="cw-form"
        onSubmit={submit}
      >
        <Field name="name" label={t('people.field.name')} maxLength={80} autoComplete="off" required />
        <Field
          name="email"
          type="email"
          label={t('people.field.email')}
          maxLength={254}
          autoComplete="off"
          required
        />
        <RoleField role={role} onChange={setRole} />
        <CompanyField />
        <p className="cw-muted">{t('people.invitation.hint')}</p>
        <FormProblem
          problem={invite.error}
          words={{
            'request/conflict': t('people.invitation.taken'),
            'request/invalid': t('people.invitation.wrong'),
          }}
        />
        <Button type="primary" htmlType="submit" loading={invite.isPending}>
          {t('people.invitation.send')}
        </Button>
      </form>
    </>
  );
}

/** Of which company; only asked where there are several. */
function CompanyField(): ReactElement | null {
  const { t } = useTranslation();
  const several = useMay('tenants.manage');
  const own = useSession().data?.user.tenant.id;
  const companies = useQuery({ ...tenantsQuery, enabled: several });
  if (!several || companies.data === undefined) return null;
  return (
    <SelectField name="tenant" label={t('people.field.company')} defaultValue={own}>
      {companies.data.tenants.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function Invited({ email }: { email: string }): ReactElement {
  const { t } = useTranslation();
  const reads = useMay('outbox.read');
  return (
    <Notice tone="ok">
      <strong>{t('people.invitation.done', { email })}</strong>
      <p>{t('people.invitation.where')}</p>
      {reads && <Link to="/outbox">{t('people.invitation.toOutbox')}</Link>}
    </Notice>
  );
}
