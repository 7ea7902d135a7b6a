import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationGiven } from '../../../../../contracts/scenario/simulation.ts';
import { Field } from '../../../components/field.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { localTime, type Setup } from './setup.ts';

const HOURS = ['open', 'closed', 'lunch', 'holiday'] as const satisfies readonly SimulationGiven['hours'][];
/** Largest seed: 32 bits. */
const MOST_SEED = 4_294_967_295;

/** When the call comes in and from whom; whatever is changed, the call begins anew with the same decisions. */
export function SetupForm({
  setup,
  change,
}: {
  setup: Setup;
  change: (part: Partial<Setup>) => void;
}): ReactElement {
  const { t } = useTranslation();
  const digits = (text: string): string => text.replace(/[^+0-9]/g, '').slice(0, 20);
  return (
    <section className="cw-card cw-setup" aria-label={t('scenarios.simulate.given')}>
      <div className="cw-setup-fields">
        <div className="cw-setup-time">
          <Field
            label={t('scenarios.simulate.at')}
            type="datetime-local"
            step={1}
            required
            value={setup.at}
            onChange={({ target }) => {
              if (target.value !== '') change({ at: target.value });
            }}
          />
          <Button onClick={() => change({ at: localTime(Date.now()) })}>{t('scenarios.simulate.now')}</Button>
        </div>
        <SelectField
          label={t('scenarios.simulate.hours')}
          value={setup.hours ?? ''}
          onChange={({ target }) => change({ hours: HOURS.find((one) => one === target.value) ?? null })}
        >
          <option value="">{t('scenarios.simulate.hoursBy')}</option>
          {HOURS.map((hours) => (
            <option key={hours} value={hours}>
              {t(`scenarios.simulate.happened.${hours}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <details>
        <summary>{t('scenarios.simulate.more')}</summary>
        <div className="cw-setup-fields">
          <Field
            label={t('scenarios.simulate.caller')}
            inputMode="tel"
            autoComplete="off"
            value={setup.caller}
            onChange={({ target }) => change({ caller: digits(target.value) })}
          />
          <Field
            label={t('scenarios.simulate.called')}
            inputMode="tel"
            autoComplete="off"
            value={setup.called}
            onChange={({ target }) => change({ called: digits(target.value) })}
          />
          <Field
            label={t('scenarios.simulate.seed')}
            hint={t('scenarios.simulate.seedHint')}
            type="number"
            min={0}
            max={MOST_SEED}
            value={setup.seed}
            onChange={({ target }) => {
              const seed = Math.floor(target.valueAsNumber);
              if (seed >= 0 && seed <= MOST_SEED) change({ seed });
            }}
          />
        </div>
      </details>
    </section>
  );
}
