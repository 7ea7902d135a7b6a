import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { applyToAll, dayProblem, type HoursDraft, USUAL_DAY } from './hours-draft.ts';
import { TimePair } from './time-pair.tsx';

type Days = HoursDraft['days'];

/** One row of times for the whole week, and 일괄적용 (MO-61). */
export function BulkRow({ days, onChange }: { days: Days; onChange: (days: Days) => void }): ReactElement {
  const { t } = useTranslation();
  const [row, setRow] = useState(USUAL_DAY);
  const all = t('calendars.allDays');
  return (
    <fieldset className="cw-bulk">
      <legend>{all}</legend>
      <span className="cw-bulk-times">
        <span>{t('calendars.workTime')}</span>
        <TimePair kind="work" of={all} day={row} onChange={setRow} />
      </span>
      <span className="cw-bulk-times">
        <span>{t('calendars.lunchTime')}</span>
        <TimePair kind="lunch" of={all} day={row} onChange={setRow} />
      </span>
      <Button disabled={dayProblem(row) !== null} onClick={() => onChange(applyToAll(days, row))}>
        {t('calendars.apply')}
      </Button>
      <p className="cw-muted">{t('calendars.applyHint')}</p>
    </fieldset>
  );
}
