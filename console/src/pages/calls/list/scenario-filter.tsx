import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useScenarioVersions } from '../use-scenario-versions.ts';
import { OneOf } from './one-of.tsx';

/** A scenario version; the list is asked by its hash. */
export function ScenarioFilter({
  value,
  onChange,
}: {
  value: string | null;
  onChange: (value: string | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  const options = useScenarioVersions().map(({ hash, name, version }) => ({
    value: hash,
    label: `${name} · ${t('calls.detail.version', { version })}`,
  }));
  // A kept address may ask for a version that is not in the list any more.
  const known = value === null || options.some((option) => option.value === value);
  return (
    <OneOf
      label={t('calls.field.scenario')}
      value={value}
      options={known ? options : [...options, { value, label: value.slice(0, 8) }]}
      onChange={onChange}
    />
  );
}
