import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../../components/select-field.tsx';

const ZONES = Intl.supportedValuesOf('timeZone');

/** The zone on whose clock the hours are. */
export function ZoneField({
  zone,
  onChange,
}: {
  zone: string;
  onChange: (zone: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <SelectField
      label={t('calendars.zone')}
      hint={t('calendars.zoneHint')}
      value={zone}
      onChange={({ target }) => onChange(target.value)}
    >
      {!ZONES.includes(zone) && <option value={zone}>{zone}</option>}
      {ZONES.map((one) => (
        <option key={one} value={one}>
          {one}
        </option>
      ))}
    </SelectField>
  );
}
