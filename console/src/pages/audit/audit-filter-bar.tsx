import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { asDay } from '../calls/list/quick-range.ts';
import '../calls/list/call-filter-bar.css';
import { ACTIONS } from './actions.ts';
import type { AuditFilters } from './audit-filters.ts';
import type { KnownActors } from './use-known-actors.ts';

type Props = {
  filters: AuditFilters;
  actors: KnownActors;
  change: (part: Partial<AuditFilters>) => void;
};

/** What narrows the log: days, action, who. A change takes effect at once. */
export function AuditFilterBar({ filters, actors, change }: Props): ReactElement {
  const { t } = useTranslation();
  const narrowed = Object.values(filters).some((value) => value !== null);
  return (
    <search className="cw-card cw-filters" aria-label={t('audit.filters')}>
      <div className="cw-filter-line">
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="cw-filter">
            <span>{t(`audit.${end}`)}</span>
            <input
              type="date"
              value={filters[end] ?? ''}
              min={end === 'to' ? (filters.from ?? undefined) : undefined}
              title={t('audit.zone')}
              onChange={({ target }) => change({ [end]: asDay(target.value) })}
            />
          </label>
        ))}
        <ActionFilter filters={filters} change={change} />
        <ActorFilter filters={filters} actors={actors} change={change} />
        {narrowed && (
          <Button type="text" onClick={() => change({ from: null, to: null, action: null, actor: null })}>
            {t('audit.clear')}
          </Button>
        )}
      </div>
    </search>
  );
}

function ActionFilter({ filters, change }: Omit<Props, 'actors'>): ReactElement {
  const { t } = useTranslation();
  return (
    <label className="cw-filter">
      <span>{t('audit.field.action')}</span>
      <select
        value={filters.action ?? ''}
        onChange={({ target }) => change({ action: target.value || null })}
      >
        <option value="">{t('audit.any')}</option>
        {ACTIONS.map(({ subject, actions }) => (
          <optgroup key={subject} label={t(`audit.subjects.${subject}`)}>
            <option value={`${subject}.`}>
              {t('audit.allOf', { subject: t(`audit.subjects.${subject}`) })}
            </option>
            {actions.map((action) => (
              <option key={action} value={action}>
                {t(`audit.action.${action}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}

function ActorFilter({ filters, actors, change }: Props): ReactElement {
  const { t } = useTranslation();
  const { actor } = filters;
  const groups = [
    ['people', actors.people],
    ['keys', actors.keys],
  ] as const;
  const known = actor === null || groups.some(([, some]) => some.some(({ id }) => id === actor));
  return (
    <label className="cw-filter">
      <span>{t('audit.field.actor')}</span>
      <select value={actor ?? ''} onChange={({ target }) => change({ actor: target.value || null })}>
        <option value="">{t('audit.any')}</option>
        {!known && <option value={actor}>{t('audit.process', { name: actor })}</option>}
        {groups.map(([name, some]) => (
          <optgroup key={name} label={t(`audit.${name}`)}>
            {some.map(({ id, name: called }) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
