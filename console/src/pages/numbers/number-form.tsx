import { Button } from 'antd';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { CheckField } from '../../components/check-field.tsx';
import { CalendarField } from './calendar-field.tsx';
import { FallbackField } from './fallback-field.tsx';
import { leadsTo, ScenarioField, wantedOf } from './scenario-field.tsx';

export type WantedNumber = {
  readonly scenario?: string | null;
  readonly follows?: string;
  readonly calendar?: string | null;
  readonly fallbackPrompt?: string;
  readonly enabled: boolean;
};

/** What answers a number, what is spoken when that cannot, and whether it is in use. */
export function NumberForm({
  number,
  pending,
  onSubmit,
  children,
}: {
  number: NumberView;
  pending: boolean;
  onSubmit: (wanted: WantedNumber) => void;
  children?: ReactNode;
}): ReactElement {
  const { t } = useTranslation();
  const [scenario, setScenario] = useState(leadsTo(number));
  const [calendar, setCalendar] = useState(number.calendar?.id ?? '');
  const [fallback, setFallback] = useState(number.fallbackPrompt);
  const [enabled, setEnabled] = useState(number.enabled);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit({
      ...(scenario === leadsTo(number) ? {} : wantedOf(scenario)),
      ...(calendar === (number.calendar?.id ?? '') ? {} : { calendar: calendar === '' ? null : calendar }),
      // One that is not among those to choose stays, and is not sent: the api takes shipped ones only.
      ...(fallback === number.fallbackPrompt ? {} : { fallbackPrompt: fallback }),
      enabled,
    });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <ScenarioField number={number} value={scenario} onChange={setScenario} />
      <CalendarField number={number} value={calendar} onChange={setCalendar} />
      <FallbackField number={number} value={fallback} onChange={setFallback} />
      <CheckField
        label={t('numbers.edit.enabled')}
        hint={t('numbers.edit.enabledHint')}
        checked={enabled}
        onChange={() => setEnabled(!enabled)}
      />
      {children}
      <p className="cw-muted">{t('numbers.edit.effect')}</p>
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={pending}>
          {t('numbers.edit.save')}
        </Button>
      </div>
    </form>
  );
}
