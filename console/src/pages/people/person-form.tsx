import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../contracts/api/users.ts';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { useChangePeople } from './people-api.ts';
import { RoleField } from './role-field.tsx';

/** Name and role of a person. */
export function PersonForm({
  person,
  onDone,
}: {
  person: UserView;
  onDone: (said: string | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState(person.name);
  const [role, setRole] = useState(person.role);
  const save = useChangePeople<UserView>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onDone(null);
    save.mutate(
      { method: 'PATCH', path: `/${person.id}`, body: { name, role } },
      { onSuccess: () => onDone(t('people.edit.saved')) },
    );
  };
  const same = name.trim() === person.name && role === person.role;
  return (
    <form className="cw-form" onSubmit={submit}>
      <Field
        label={t('people.field.name')}
        value={name}
        maxLength={80}
        autoComplete="off"
        required
        onChange={({ target }) => setName(target.value)}
      />
      <RoleField role={role} hint={t('people.edit.roleHint')} onChange={setRole} />
      <FormProblem problem={save.error} words={{ 'request/conflict': t('people.edit.conflict') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" disabled={same} loading={save.isPending}>
          {t('people.edit.save')}
        </Button>
      </div>
    </form>
  );
}
