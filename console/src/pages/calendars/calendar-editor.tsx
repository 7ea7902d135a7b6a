import { ArrowLeftOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarView } from '../../../../contracts/api/calendars.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { Field } from '../../components/field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { CALENDARS, calendarQuery } from './calendars-query.ts';
import { HoursEditor } from './hours-editor.tsx';
import { OwnerWords } from './owner-words.tsx';

/** One calendar of the company in place of the list. */
export function CalendarEditor({ id, onClose }: { id: string; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const query = useQuery(calendarQuery(id));
  const read = async (): Promise<CalendarView | undefined> => (await query.refetch()).data;
  return (
    <div className="cw-stack">
      <div>
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={onClose}>
          {t('calendars.back')}
        </Button>
      </div>
      <Loaded query={query}>
        {(calendar) => <Opened key={id} calendar={calendar} read={read} onClose={onClose} />}
      </Loaded>
    </div>
  );
}

function Opened({
  calendar,
  read,
  onClose,
}: {
  calendar: CalendarView;
  read: () => Promise<CalendarView | undefined>;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const manages = useMay('calendars.manage');
  const [name, setName] = useState(calendar.name);
  return (
    <>
      <div className="cw-row cw-calendar-head">
        <h2>{calendar.name}</h2>
        <OwnerWords calendar={calendar} />
        {manages && <RemoveCalendar calendar={calendar} onGone={onClose} />}
      </div>
      <HoursEditor
        saved={calendar}
        path={`/calendars/${calendar.id}`}
        subject={CALENDARS}
        more={{ name }}
        readOnly={!manages}
        read={read}
      >
        <Field
          label={t('calendars.field.name')}
          value={name}
          maxLength={40}
          autoComplete="off"
          required
          readOnly={!manages}
          onChange={({ target }) => setName(target.value)}
        />
      </HoursEditor>
    </>
  );
}

function RemoveCalendar({ calendar, onGone }: { calendar: CalendarView; onGone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const remove = useChange(CALENDARS);
  return (
    <>
      <Button danger onClick={() => setAsked(true)}>
        {t('calendars.remove')}
      </Button>
      <ConfirmDanger
        open={asked}
        title={t('calendars.removeTitle', { name: calendar.name })}
        action={t('calendars.remove')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate({ method: 'DELETE', path: `/calendars/${calendar.id}` }, { onSuccess: onGone })
        }
        onClose={() => {
          setAsked(false);
          remove.reset();
        }}
      >
        {t('calendars.removeWords')}
      </ConfirmDanger>
    </>
  );
}
