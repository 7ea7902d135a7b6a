import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarSummary } from '../../../../contracts/api/calendars.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { CalendarEditor } from './calendar-editor.tsx';
import { calendarsQuery } from './calendars-query.ts';
import { NewCalendar } from './new-calendar.tsx';
import { useCalendarColumns } from './use-calendar-columns.tsx';

/** Hours of the company, its numbers, departments and people; the one that is open in place of the list. */
export function CalendarList(): ReactElement {
  const [id, open] = useSearchParam('calendar');
  return id === null ? (
    <List onOpen={open} />
  ) : (
    <CalendarEditor key={id} id={id} onClose={() => open(null)} />
  );
}

function List({ onOpen }: { onOpen: (id: string) => void }): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(calendarsQuery);
  const columns = useCalendarColumns();
  const manages = useMay('calendars.manage');
  const [adding, setAdding] = useState(false);
  return (
    <>
      <Loaded query={list}>
        {({ calendars }) => (
          <DataTable<CalendarSummary>
            name="calendars"
            label={t('calendars.list')}
            columns={columns}
            rows={calendars}
            rowKey={(calendar) => calendar.id}
            onOpen={(calendar) => onOpen(calendar.id)}
            toolbar={
              <>
                <span className="cw-muted">{t('calendars.count', { total: calendars.length })}</span>
                {manages && (
                  <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAdding(true)}>
                    {t('calendars.new')}
                  </Button>
                )}
              </>
            }
            empty={<EmptyState title={t('calendars.emptyTitle')} advice={t('calendars.emptyHint')} />}
          />
        )}
      </Loaded>
      <SidePanel open={adding} title={t('calendars.new')} onClose={() => setAdding(false)}>
        <NewCalendar onMade={onOpen} />
      </SidePanel>
    </>
  );
}
