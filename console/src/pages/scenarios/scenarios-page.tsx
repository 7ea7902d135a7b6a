import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ScenarioSummary } from '../../../../contracts/api/scenarios.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import '../calls/list/call-filter-bar.css';
import { TextFilter } from '../calls/list/text-filter.tsx';
import { DeleteScenario } from './list/delete-scenario.tsx';
import { matching } from './list/matching.ts';
import { NewScenarioForm } from './list/new-scenario.tsx';
import { useScenarioColumns } from './list/use-scenario-columns.tsx';
import './scenarios.css';
import { scenariosQuery } from './scenarios-query.ts';

/** In the address in place of the id of the one that is copied: a new one. */
const NEW = 'new';

/** All scenarios: found, made, copied, deleted. */
export function ScenariosPage(): ReactElement {
  const { t } = useTranslation();
  const go = useNavigate();
  const list = useQuery(scenariosQuery);
  const edits = useMay('scenarios.edit');
  const [q, search] = useSearchParam('q');
  const [made, make] = useSearchParam('make');
  const [removed, remove] = useState<ScenarioSummary | null>(null);
  const columns = useScenarioColumns({ copy: ({ id }) => make(id), remove });
  const copied = list.data?.scenarios.find(({ id }) => id === made) ?? null;
  const create = edits && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => make(NEW)}>
      {t('scenarios.create.button')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('scenarios.title')} lead={t('scenarios.lead')}>
        {create}
      </PageHeader>
      <Loaded query={list}>
        {({ scenarios }) => {
          const shown = matching(scenarios, q);
          return (
            <>
              {(scenarios.length > 0 || q !== null) && (
                <search className="cw-filter-line" aria-label={t('scenarios.search')}>
                  <TextFilter
                    label={t('scenarios.search')}
                    hint={t('scenarios.searchHint')}
                    value={q}
                    mode="text"
                    onChange={search}
                  />
                </search>
              )}
              <DataTable<ScenarioSummary>
                name="scenarios"
                label={t('scenarios.list')}
                columns={columns}
                rows={shown}
                rowKey={({ id }) => id}
                onOpen={({ id }) => void go(`/scenarios/${id}`)}
                toolbar={<span className="cw-muted">{t('scenarios.count', { total: shown.length })}</span>}
                empty={<Nothing q={scenarios.length === 0 ? null : q}>{create}</Nothing>}
              />
            </>
          );
        }}
      </Loaded>
      <SidePanel
        open={edits && (made === NEW || copied !== null)}
        title={
          copied === null
            ? t('scenarios.create.title')
            : t('scenarios.create.copyTitle', { name: copied.name })
        }
        onClose={() => make(null)}
      >
        <NewScenarioForm key={made} copied={copied} onMade={(id) => void go(`/scenarios/${id}`)} />
      </SidePanel>
      <DeleteScenario scenario={removed} onClose={() => remove(null)} />
    </>
  );
}

function Nothing({ q, children }: { q: string | null; children: ReactElement | false }): ReactElement {
  const { t } = useTranslation();
  if (q !== null)
    return <EmptyState title={t('scenarios.noneFound', { text: q })} advice={t('scenarios.noneFoundHint')} />;
  return (
    <EmptyState title={t('scenarios.emptyTitle')} advice={t('scenarios.emptyHint')}>
      {children}
    </EmptyState>
  );
}
