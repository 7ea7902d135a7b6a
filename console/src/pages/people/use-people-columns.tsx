import { CheckOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../contracts/api/users.ts';
import { useMay, useSession } from '../../api/session.ts';
import type { Column } from '../../components/data-table.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { tenantsQuery } from '../tenants/tenants-query.ts';
import { PersonState } from './person-state.tsx';

/** What the list shows of a person; companies only to those who look after several. */
export function usePeopleColumns(): readonly Column<UserView>[] {
  const { t } = useTranslation();
  const own = useSession().data?.user.id;
  const several = useMay('tenants.manage');
  const companies = useQuery({ ...tenantsQuery, enabled: several }).data?.tenants;
  return useMemo(() => {
    const companyOf = ({ tenant }: UserView): string =>
      companies?.find(({ id }) => id === tenant)?.name ?? tenant;
    return [
      {
        key: 'name',
        title: t('people.field.name'),
        cell: (user) => (
          <strong>
            {user.name} {user.id === own && <span className="cw-muted">({t('people.you')})</span>}
          </strong>
        ),
        sortBy: ({ name }) => name,
        fixed: true,
      },
      {
        key: 'email',
        title: t('people.field.email'),
        cell: ({ email }) => <span className="cw-breaks">{email}</span>,
        sortBy: (u) => u.email,
      },
      {
        key: 'role',
        title: t('people.field.role'),
        cell: ({ role }) => t(`app.roles.${role}`),
        sortBy: ({ role }) => t(`app.roles.${role}`),
      },
      {
        key: 'state',
        title: t('people.field.state'),
        cell: ({ state }) => <PersonState state={state} />,
        sortBy: ({ state }) => state,
      },
      {
        key: 'secondFactor',
        title: t('people.field.secondFactor'),
        cell: ({ secondFactor }) =>
          secondFactor ? (
            <span>
              <CheckOutlined aria-hidden /> {t('people.secondFactorOn')}
            </span>
          ) : (
            <span className="cw-muted">{t('people.secondFactorOff')}</span>
          ),
        sortBy: ({ secondFactor }) => Number(secondFactor),
      },
      {
        key: 'lastSignIn',
        title: t('people.field.lastSignIn'),
        cell: ({ lastSignInAt }) => <DateTime at={lastSignInAt} />,
        sortBy: ({ lastSignInAt }) => lastSignInAt,
      },
      ...(several
        ? [{ key: 'company', title: t('people.field.company'), cell: companyOf, sortBy: companyOf }]
        : []),
    ];
  }, [t, own, several, companies]);
}
