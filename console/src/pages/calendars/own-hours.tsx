import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnCalendarView } from '../../../../contracts/api/calendars.ts';
import { Loaded } from '../../components/loaded.tsx';
import { OWN_CALENDAR, ownCalendarQuery } from './calendars-query.ts';
import { HoursEditor } from './hours-editor.tsx';

/** When whoever looks takes calls (MO-58): everybody sets his own. */
export function OwnHours(): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(ownCalendarQuery);
  const read = async (): Promise<OwnCalendarView | undefined> => (await query.refetch()).data;
  return (
    <Loaded query={query}>
      {(saved) => (
        <HoursEditor saved={saved} path="/own-calendar" subject={OWN_CALENDAR} readOnly={false} read={read}>
          <p className="cw-muted">{t('calendars.ownHint')}</p>
        </HoursEditor>
      )}
    </Loaded>
  );
}
