import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../../contracts/api/permissions.ts';
import { SelectField } from '../../components/select-field.tsx';
import { useGivenRoles } from './roles.ts';

/** Which role somebody has, and what that one may do. */
export function RoleField({
  role,
  hint,
  onChange,
}: {
  role: Role;
  hint?: string;
  onChange: (role: Role) => void;
}): ReactElement {
  const { t } = useTranslation();
  const roles = useGivenRoles();
  return (
    <SelectField
      label={t('people.field.role')}
      hint={[t(`people.roleMay.${role}`), hint].filter(Boolean).join(' ')}
      value={role}
      onChange={({ target }) => {
        const next = roles.find((one) => one === target.value);
        if (next !== undefined) onChange(next);
      }}
    >
      {roles.map((one) => (
        <option key={one} value={one}>
          {t(`app.roles.${one}`)}
        </option>
      ))}
    </SelectField>
  );
}
