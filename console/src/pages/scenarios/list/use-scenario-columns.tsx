import { CopyOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScenarioSummary } from '../../../../../contracts/api/scenarios.ts';
import { useMay } from '../../../api/session.ts';
import type { Column } from '../../../components/data-table.tsx';
import { DateTime } from '../../../components/date-time.tsx';
import { spacedNumber } from '../../../components/spaced-number.ts';
import { useCompanyColumn } from '../../tenants/use-company-column.tsx';
import { ScenarioStateTag, stateOf } from '../scenario-state.tsx';

/** What the list shows of a scenario; copying and deleting are begun in the row. */
export function useScenarioColumns(ways: {
  copy: (scenario: ScenarioSummary) => void;
  remove: (scenario: ScenarioSummary) => void;
}): readonly Column<ScenarioSummary>[] {
  const { t } = useTranslation();
  const company = useCompanyColumn<ScenarioSummary>();
  const actions = useActions(ways);
  return useMemo(
    () => [
      {
        key: 'name',
        title: t('scenarios.field.name'),
        cell: ({ id, name }) => (
          <Link to={`/scenarios/${id}`}>
            <strong>{name}</strong>
          </Link>
        ),
        sortBy: ({ name }) => name,
        fixed: true,
      },
      {
        key: 'state',
        title: t('scenarios.field.state'),
        cell: (scenario) => <ScenarioStateTag scenario={scenario} />,
        sortBy: stateOf,
      },
      {
        key: 'version',
        title: t('scenarios.field.version'),
        align: 'end',
        cell: ({ published }) =>
          published === null ? (
            <span className="cw-muted">–</span>
          ) : (
            <span className="cw-number">{published.version}</span>
          ),
        sortBy: ({ published }) => published?.version ?? null,
      },
      {
        key: 'numbers',
        title: t('scenarios.field.numbers'),
        cell: ({ numbers }) => <Numbers numbers={numbers} none={t('scenarios.noNumbers')} />,
        sortBy: ({ numbers }) => numbers.length,
      },
      {
        key: 'blocks',
        title: t('scenarios.field.blocks'),
        align: 'end',
        cell: ({ blocks }) => <span className="cw-number">{blocks}</span>,
        sortBy: ({ blocks }) => blocks,
      },
      {
        key: 'updatedAt',
        title: t('scenarios.field.updatedAt'),
        cell: ({ updatedAt }) => <DateTime at={updatedAt} />,
        sortBy: ({ updatedAt }) => updatedAt,
      },
      {
        key: 'updatedBy',
        title: t('scenarios.field.updatedBy'),
        cell: ({ updatedBy }) => updatedBy ?? <span className="cw-muted">–</span>,
        sortBy: ({ updatedBy }) => updatedBy,
      },
      ...company,
      ...actions,
    ],
    [t, company, actions],
  );
}

/** As many as fit a line; the rest is a number. */
const SHOWN = 2;

function Numbers({ numbers, none }: { numbers: readonly string[]; none: string }) {
  if (numbers.length === 0) return <span className="cw-muted">{none}</span>;
  const more = numbers.length - SHOWN;
  return (
    <span className="cw-number" title={numbers.map(spacedNumber).join(', ')}>
      {numbers.slice(0, SHOWN).map(spacedNumber).join(', ')}
      {more > 0 && ` +${more}`}
    </span>
  );
}

function useActions({
  copy,
  remove,
}: {
  copy: (scenario: ScenarioSummary) => void;
  remove: (scenario: ScenarioSummary) => void;
}): readonly Column<ScenarioSummary>[] {
  const { t } = useTranslation();
  const edits = useMay('scenarios.edit');
  return useMemo(
    () =>
      edits
        ? [
            {
              key: 'actions',
              title: t('scenarios.field.actions'),
              fixed: true,
              cell: (scenario) => (
                <span className="cw-row cw-row-actions">
                  <Button
                    size="small"
                    icon={<CopyOutlined aria-hidden />}
                    aria-label={t('scenarios.copyOf', { name: scenario.name })}
                    onClick={() => copy(scenario)}
                  >
                    {t('scenarios.copy')}
                  </Button>
                  <Button
                    size="small"
                    danger
                    icon={<DeleteOutlined aria-hidden />}
                    aria-label={t('scenarios.removeOf', { name: scenario.name })}
                    onClick={() => remove(scenario)}
                  >
                    {t('scenarios.remove')}
                  </Button>
                </span>
              ),
            },
          ]
        : [],
    [t, edits, copy, remove],
  );
}
