import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarSummary } from '../../../../contracts/api/calendars.ts';
import { spacedNumber } from '../../components/spaced-number.ts';

/** Whose hours they are, with the numbers that go by them. */
export function OwnerWords({ calendar }: { calendar: CalendarSummary }): ReactElement {
  const { t } = useTranslation();
  const { owner, numbers } = calendar;
  const label = owner.kind === 'number' ? spacedNumber(owner.label ?? '') : owner.label;
  const others = numbers.filter((number) => owner.kind !== 'number' || number !== owner.ref);
  return (
    <span className="cw-muted">
      {t(`calendars.owner.${owner.kind}`)}
      {label !== null && label !== '' && ` · ${label}`}
      {others.length > 0 && ` · ${others.map(spacedNumber).join(', ')}`}
    </span>
  );
}
