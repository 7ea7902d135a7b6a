import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMay } from '../../../api/session.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { spacedNumber } from '../../../components/spaced-number.ts';
import { usesQuery } from '../scenarios-query.ts';
import type { TabProps } from '../tab-props.ts';

/** Where a scenario stands: numbers, and other scenarios that go over to it. */
export function UsesTab({ scenario }: TabProps): ReactElement {
  const { t } = useTranslation();
  const uses = useQuery(usesQuery(scenario.id));
  const manages = useMay('numbers.manage');
  return (
    <Loaded query={uses}>
      {({ numbers, scenarios }) => (
        <>
          <p className="cw-muted">{t('scenarios.uses.lead')}</p>
          <section className="cw-card cw-uses">
            <h2>{t('scenarios.uses.numbers')}</h2>
            {numbers.length === 0 ? (
              <p className="cw-muted">{t('scenarios.uses.noNumbers')}</p>
            ) : (
              <ul>
                {numbers.map((number) => (
                  <li key={number}>
                    <Link className="cw-number" to={`/numbers?number=${number}`}>
                      {spacedNumber(number)}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            {manages && <Link to="/numbers">{t('scenarios.uses.toNumbers')}</Link>}
          </section>
          <section className="cw-card cw-uses">
            <h2>{t('scenarios.uses.scenarios')}</h2>
            {scenarios.length === 0 ? (
              <p className="cw-muted">{t('scenarios.uses.noScenarios')}</p>
            ) : (
              <ul>
                {scenarios.map(({ id, name, place }) => (
                  <li key={`${id} ${place}`}>
                    <Link to={`/scenarios/${id}?block=${encodeURIComponent(place)}`}>{name}</Link>{' '}
                    <span className="cw-muted">
                      {t('scenarios.uses.at', { place: place.replace(/^main\//, '') })}
                    </span>
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Loaded>
  );
}
