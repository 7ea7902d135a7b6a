import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetteringView } from '../../../../contracts/api/senders.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { DecisionForm } from '../../components/decision-form.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { useSearchParam } from '../../components/use-search-param.ts';
import { LETTERINGS, letteringsQuery } from './letterings-query.ts';
import { NewLettering } from './new-lettering.tsx';
import { useLetteringColumns } from './use-lettering-columns.tsx';

const DECISIONS = ['active', 'rejected', 'ended'] as const;
/** Nothing leads out of these: a phrase is asked for anew. */
const FINAL: ReadonlySet<string> = new Set(['rejected', 'ended']);

/** 레터링: phrases on the phones we call, asked for here and entered at the carrier by hand. */
export function LetteringsPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(letteringsQuery);
  const columns = useLetteringColumns();
  const manages = useMay('messages.manage');
  const approves = useMay('messages.approve');
  const [id, open] = useSearchParam('lettering');
  const [asking, setAsking] = useState(false);
  const chosen = approves ? list.data?.letterings.find((one) => one.id === id) : undefined;
  return (
    <>
      <PageHeader title={t('letterings.title')} lead={t('letterings.lead')}>
        {manages && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setAsking(true)}>
            {t('letterings.request')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={list}>
        {({ letterings }) => (
          <DataTable<LetteringView>
            name="letterings"
            label={t('letterings.list')}
            columns={columns}
            rows={letterings}
            rowKey={(one) => one.id}
            onOpen={approves ? (one) => open(one.id) : undefined}
            openKey={id}
            toolbar={<span className="cw-muted">{t('letterings.count', { total: letterings.length })}</span>}
            empty={<EmptyState title={t('letterings.emptyTitle')} advice={t('letterings.emptyHint')} />}
          />
        )}
      </Loaded>
      <SidePanel
        open={chosen !== undefined}
        title={chosen === undefined ? t('letterings.title') : spacedNumber(chosen.digits)}
        onClose={() => open(null)}
      >
        {chosen !== undefined && (
          <>
            <p>
              <strong>{chosen.phrase}</strong> <span className="cw-muted">· {chosen.carrier}</span>
            </p>
            {FINAL.has(chosen.state) ? (
              <Notice tone="info">{t('letterings.final')}</Notice>
            ) : (
              <DecisionForm
                key={chosen.id}
                title={t('letterings.decision.title')}
                hint={t('letterings.decision.hint')}
                path={`/letterings/${chosen.id}/decision`}
                subject={LETTERINGS}
                now={chosen.state}
                note={chosen.note}
                options={DECISIONS.map((value) => ({ value, label: t(`letterings.state.${value}`) }))}
              />
            )}
          </>
        )}
      </SidePanel>
      <SidePanel open={asking} title={t('letterings.request')} onClose={() => setAsking(false)}>
        <NewLettering />
      </SidePanel>
    </>
  );
}
