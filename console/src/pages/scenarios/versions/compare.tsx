import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioView, VersionListView } from '../../../../../contracts/api/scenarios.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useSearchParam } from '../../../components/use-search-param.ts';
import '../../calls/list/call-filter-bar.css';
import { graphOf } from '../graph/graph-of.ts';
import { usePlaceWords } from '../graph/use-place-words.ts';
import { differenceQuery } from '../scenarios-query.ts';
import { DifferenceList } from './difference-list.tsx';

const DRAFT = 'draft';
type Version = VersionListView['versions'][number];

/** Two versions, or a version and the draft, beside each other; at first what publishing now would change. */
export function Compare({
  scenario,
  versions,
}: {
  scenario: ScenarioView;
  versions: readonly Version[];
}): ReactElement {
  const { t } = useTranslation();
  const [from, setFrom] = useSearchParam('from');
  const [to, setTo] = useSearchParam('to');
  const live = versions.find((version) => version.live) ?? versions[0];
  const before = from ?? live?.hash ?? DRAFT;
  const after = to ?? DRAFT;
  const graph = useMemo(() => graphOf(scenario.document), [scenario.document]);
  const placeWords = usePlaceWords(graph);
  const difference = useQuery({
    ...differenceQuery(scenario.id, scenario.revision, before, after),
    enabled: before !== after,
  });
  return (
    <section className="cw-stack" aria-label={t('scenarios.versions.difference')}>
      <h2>{t('scenarios.versions.difference')}</h2>
      <div className="cw-filter-line">
        <Side label={t('scenarios.versions.from')} value={before} versions={versions} onChange={setFrom} />
        <Side label={t('scenarios.versions.to')} value={after} versions={versions} onChange={setTo} />
      </div>
      {before === after ? (
        <p className="cw-muted">{t('scenarios.versions.same')}</p>
      ) : (
        <Loaded query={difference}>
          {(found) => <DifferenceList difference={found} placeWords={placeWords} />}
        </Loaded>
      )}
    </section>
  );
}

function Side({
  label,
  value,
  versions,
  onChange,
}: {
  label: string;
  value: string;
  versions: readonly Version[];
  onChange: (value: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <label className="cw-filter">
      <span>{label}</span>
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        <option value={DRAFT}>{t('scenarios.versions.draft')}</option>
        {versions.map(({ hash, version }) => (
          <option key={hash} value={hash}>
            {t('scenarios.version', { version })}
          </option>
        ))}
      </select>
    </label>
  );
}
