import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { useMay } from '../../api/session.ts';
import { SelectField } from '../../components/select-field.tsx';
import { peopleQuery } from '../people/people-api.ts';

/** Whose number it is (MO-36); '' is everybody's. Only for those who may see who there is. */
export function PersonField({
  tenant,
  value,
  known,
  onChange,
}: {
  /** People of this company. */
  tenant: string | undefined;
  value: string;
  /** The person it is given to now, whom the list may not hold any more. */
  known: SenderView['user'];
  onChange: (id: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  const manages = useMay('users.manage');
  const people = useQuery({ ...peopleQuery, enabled: manages }).data?.users;
  if (!manages) return null;
  const own = (people ?? []).filter((user) => user.tenant === tenant && user.state !== 'suspended');
  const missing = known !== null && !own.some(({ id }) => id === known.id);
  return (
    <SelectField
      label={t('senders.field.user')}
      hint={t('senders.userHint')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('senders.everybody')}</option>
      {missing && <option value={known.id}>{known.name}</option>}
      {own.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
