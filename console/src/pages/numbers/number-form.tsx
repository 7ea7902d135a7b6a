import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { CheckField } from '../../components/check-field.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { FallbackField } from './fallback-field.tsx';
import { scenariosQuery } from './numbers-query.ts';

export type WantedNumber = {
  readonly scenario: string | null;
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
  const [scenario, setScenario] = useState(number.scenario?.hash ?? '');
  const [fallback, setFallback] = useState(number.fallbackPrompt);
  const [enabled, setEnabled] = useState(number.enabled);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSubmit({
      scenario: scenario === '' ? null : scenario,
      // One that is not among those to choose stays, and is not sent: the api takes shipped ones only.
      ...(fallback === number.fallbackPrompt ? {} : { fallbackPrompt: fallback }),
      enabled,
    });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <ScenarioField number={number} value={scenario} onChange={setScenario} />
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

/** Versions of the number's own company, newest first under each name. */
function ScenarioField({
  number,
  value,
  onChange,
}: {
  number: NumberView;
  value: string;
  onChange: (hash: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const versions = (useQuery(scenariosQuery).data?.scenarios ?? []).filter(
    ({ tenant }) => tenant === number.tenant,
  );
  const names = [...new Set(versions.map(({ name }) => name))];
  const missing = number.scenario !== null && !versions.some(({ hash }) => hash === number.scenario?.hash);
  const words = (name: string, version: number): string => `${name} · ${t('numbers.version', { version })}`;
  return (
    <SelectField
      label={t('numbers.edit.scenario')}
      hint={value === '' ? t('numbers.noScenarioHint') : t('numbers.edit.scenarioHint')}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('numbers.noScenario')}</option>
      {missing && number.scenario !== null && (
        <option value={number.scenario.hash}>{words(number.scenario.name, number.scenario.version)}</option>
      )}
      {names.map((name) => (
        <optgroup key={name} label={name}>
          {versions
            .filter((one) => one.name === name)
            .toSorted((a, b) => b.version - a.version)
            .map(({ hash, version }) => (
              <option key={hash} value={hash}>
                {words(name, version)}
              </option>
            ))}
        </optgroup>
      ))}
    </SelectField>
  );
}
