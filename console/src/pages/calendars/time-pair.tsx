import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayDraft, DayField } from './hours-draft.ts';
import { readTime } from './read-time.ts';

const FIELDS = {
  work: ['from', 'to'],
  lunch: ['lunchFrom', 'lunchTo'],
} as const satisfies Record<string, readonly DayField[]>;

/** From and to, as texts: a browser's own time field knows no 24:00. What is typed becomes `HH:MM` when one leaves it. */
export function TimePair({
  kind,
  of,
  day,
  onChange,
}: {
  kind: keyof typeof FIELDS;
  /** Whose times, for those who do not see the row. */
  of: string;
  day: DayDraft;
  onChange: (day: DayDraft) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <span className="cw-times">
      {FIELDS[kind].map((field, index) => (
        <span key={field}>
          {index === 1 && <span aria-hidden>~</span>}
          <input
            type="text"
            inputMode="numeric"
            maxLength={5}
            size={5}
            autoComplete="off"
            value={day[field]}
            disabled={day.off}
            aria-label={`${of} ${t(`calendars.time.${field}`)}`}
            aria-invalid={!day.off && day[field] !== '' && readTime(day[field]) === null}
            onChange={({ target }) => onChange({ ...day, [field]: target.value })}
            onBlur={({ target }) => onChange({ ...day, [field]: readTime(target.value) ?? target.value })}
          />
        </span>
      ))}
    </span>
  );
}
