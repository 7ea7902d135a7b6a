import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { useMay } from '../../api/session.ts';
import { SelectField } from '../../components/select-field.tsx';
import { scenariosQuery as draftsQuery } from '../scenarios/scenarios-query.ts';
import { scenariosQuery } from './numbers-query.ts';

const FOLLOW = 'follow:';

/** Where a number leads, as the field has it: nowhere, to a version, or to whatever a scenario has published. */
export const leadsTo = ({ follows, scenario }: NumberView): string =>
  follows === null ? (scenario?.hash ?? '') : `${FOLLOW}${follows.id}`;

/** What the api is asked for a value of the field. */
export const wantedOf = (value: string): { scenario: string | null } | { follows: string } =>
  value.startsWith(FOLLOW)
    ? { follows: value.slice(FOLLOW.length) }
    : { scenario: value === '' ? null : value };

/** Scenarios of the number's own company to follow, and below them single versions, newest first under each name. */
export function ScenarioField({
  number,
  value,
  onChange,
}: {
  number: NumberView;
  value: string;
  onChange: (value: string) => void;
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
      hint={hintOf(value, t)}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{t('numbers.noScenario')}</option>
      <Followed number={number} />
      {missing && number.scenario !== null && (
        <option value={number.scenario.hash}>{words(number.scenario.name, number.scenario.version)}</option>
      )}
      {names.map((name) => (
        <optgroup key={name} label={t('numbers.edit.fixed', { name })}>
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

type Hint = 'numbers.noScenarioHint' | 'numbers.edit.followHint' | 'numbers.edit.scenarioHint';

function hintOf(value: string, t: (key: Hint) => string): string {
  if (value === '') return t('numbers.noScenarioHint');
  return t(value.startsWith(FOLLOW) ? 'numbers.edit.followHint' : 'numbers.edit.scenarioHint');
}

function Followed({ number }: { number: NumberView }): ReactElement | null {
  const { t } = useTranslation();
  const may = useMay('scenarios.read');
  const drafts = useQuery({ ...draftsQuery, enabled: may }).data?.scenarios ?? [];
  const published = drafts.filter((one) => one.tenant === number.tenant && one.published !== null);
  const known = published.map(({ id, name }) => ({ id, name }));
  const { follows } = number;
  if (follows !== null && !known.some(({ id }) => id === follows.id)) known.unshift(follows);
  if (known.length === 0) return null;
  return (
    <optgroup label={t('numbers.edit.follow')}>
      {known.map(({ id, name }) => (
        <option key={id} value={`${FOLLOW}${id}`}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
