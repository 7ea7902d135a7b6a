import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../contracts/api/users.ts';
import { useMay } from '../../api/session.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { PersonAccess } from './person-access.tsx';
import { PersonForm } from './person-form.tsx';
import { PersonState } from './person-state.tsx';

/** One person beside the list: what is known, and what an administrator may change. */
export function PersonPanel({
  person,
  onClose,
}: {
  person: UserView | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel open={person !== null} title={person?.name ?? t('people.edit.title')} onClose={onClose}>
      {person !== null && <Person key={person.id} person={person} />}
    </SidePanel>
  );
}

function Person({ person }: { person: UserView }): ReactElement {
  const { t } = useTranslation();
  const [done, setDone] = useState<string | null>(null);
  const platform = useMay('tenants.manage');
  const untouchable = person.role === 'platform-admin' && !platform;
  return (
    <>
      <Facts
        rows={[
          [t('people.field.email'), person.email],
          [t('people.field.state'), <PersonState key="state" state={person.state} />],
          [
            t('people.field.secondFactor'),
            t(person.secondFactor ? 'people.secondFactorOn' : 'people.secondFactorOff'),
          ],
          [t('people.field.lastSignIn'), <DateTime key="last" at={person.lastSignInAt} />],
          [t('people.field.createdAt'), <DateTime key="made" at={person.createdAt} />],
        ]}
      />
      {done !== null && <Notice tone="ok">{done}</Notice>}
      {untouchable ? (
        <Notice tone="info">{t('people.platformOnly')}</Notice>
      ) : (
        <>
          <PersonForm person={person} onDone={setDone} />
          <PersonAccess person={person} onDone={setDone} />
        </>
      )}
    </>
  );
}
