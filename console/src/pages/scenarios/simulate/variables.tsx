import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { Facts } from '../../../components/facts.tsx';

/** What the scenario's variables hold at this point of the call. */
export function Variables({ variables }: Pick<SimulationView, 'variables'>): ReactElement {
  const { t } = useTranslation();
  const named = (name: string): string =>
    name === 'caller' || name === 'called' ? t(`scenarios.simulate.variable.${name}`) : name;
  const rows = Object.entries(variables).map(([name, value]) => [named(name), String(value ?? '–')] as const);
  return (
    <section className="cw-card" aria-label={t('scenarios.simulate.variables')}>
      <h2>{t('scenarios.simulate.variables')}</h2>
      {rows.length === 0 ? (
        <p className="cw-muted">{t('scenarios.simulate.noVariables')}</p>
      ) : (
        <Facts rows={rows} />
      )}
    </section>
  );
}
