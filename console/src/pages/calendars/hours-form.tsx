import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../components/check-field.tsx';
import { ExceptionsField } from './exceptions-field.tsx';
import { HolidaysField } from './holidays-field.tsx';
import type { HoursDraft } from './hours-draft.ts';
import { WeeklyGrid } from './weekly-grid.tsx';
import { ZoneField } from './zone-field.tsx';

/** All that hours consist of: the switch, the week, holidays, exceptions, the zone. */
export function HoursForm({
  draft,
  readOnly,
  onChange,
}: {
  draft: HoursDraft;
  readOnly: boolean;
  onChange: (draft: HoursDraft) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <fieldset className="cw-hours-form" disabled={readOnly} aria-label={t('calendars.settings')}>
      <div className="cw-card">
        <CheckField
          label={<strong>{t('calendars.enabled')}</strong>}
          hint={draft.enabled ? t('calendars.enabledHint') : t('calendars.offHint')}
          checked={draft.enabled}
          onChange={({ target }) => onChange({ ...draft, enabled: target.checked })}
        />
      </div>
      {draft.enabled && (
        <>
          <div className="cw-card">
            <WeeklyGrid days={draft.days} onChange={(days) => onChange({ ...draft, days })} />
          </div>
          <div className="cw-card">
            <HolidaysField draft={draft} onChange={onChange} />
          </div>
          <div className="cw-card">
            <ExceptionsField
              exceptions={draft.exceptions}
              onChange={(exceptions) => onChange({ ...draft, exceptions })}
            />
          </div>
          <div className="cw-card">
            <ZoneField zone={draft.zone} onChange={(zone) => onChange({ ...draft, zone })} />
          </div>
        </>
      )}
    </fieldset>
  );
}
