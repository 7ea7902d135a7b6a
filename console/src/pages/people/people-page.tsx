import { UserAddOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../contracts/api/users.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { InvitePanel } from './invite-panel.tsx';
import { peopleQuery } from './people-api.ts';
import { PersonPanel } from './person-panel.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

/** Accounts of the company: who there is, invitations, roles, 정지. */
export function PeoplePage(): ReactElement {
  const { t } = useTranslation();
  const people = useQuery(peopleQuery);
  const columns = usePeopleColumns();
  const [person, open] = useSearchParam('person');
  const [inviting, setInviting] = useState(false);
  return (
    <>
      <PageHeader title={t('people.title')} lead={t('people.lead')}>
        <Button type="primary" icon={<UserAddOutlined aria-hidden />} onClick={() => setInviting(true)}>
          {t('people.invite')}
        </Button>
      </PageHeader>
      <Loaded query={people}>
        {({ users }) => (
          <DataTable<UserView>
            name="people"
            label={t('people.list')}
            columns={columns}
            rows={users}
            rowKey={({ id }) => id}
            onOpen={({ id }) => open(id)}
            openKey={person}
            toolbar={<span className="cw-muted">{t('people.count', { total: users.length })}</span>}
            empty={<EmptyState title={t('people.emptyTitle')} advice={t('people.emptyHint')} />}
          />
        )}
      </Loaded>
      <PersonPanel
        person={people.data?.users.find(({ id }) => id === person) ?? null}
        onClose={() => open(null)}
      />
      <InvitePanel open={inviting} onClose={() => setInviting(false)} />
    </>
  );
}
