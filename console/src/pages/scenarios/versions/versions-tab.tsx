import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { Loaded } from '../../../components/loaded.tsx';
import { Notice } from '../../../components/notice.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { versionsQuery } from '../scenarios-query.ts';
import type { TabProps } from '../tab-props.ts';
import { Compare } from './compare.tsx';
import { RollBack, type Version } from './roll-back.tsx';
import { useVersionColumns } from './use-version-columns.tsx';
import { VersionJson } from './version-json.tsx';

/** What was published, how it differs, and the way back. */
export function VersionsTab({ scenario }: TabProps): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(versionsQuery(scenario.id));
  const [json, showJson] = useState<Version | null>(null);
  const [asked, ask] = useState<Version | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const columns = useVersionColumns(showJson, ask);
  return (
    <Loaded query={list}>
      {({ versions }) =>
        versions.length === 0 ? (
          <EmptyState title={t('scenarios.versions.emptyTitle')} advice={t('scenarios.versions.emptyHint')} />
        ) : (
          <>
            <p className="cw-muted">{t('scenarios.versions.lead')}</p>
            {done !== null && (
              <Notice tone="ok">{t('scenarios.versions.rolledBack', { version: done })}</Notice>
            )}
            <DataTable<Version>
              name="scenario-versions"
              label={t('scenarios.versions.list')}
              columns={columns}
              rows={versions.toSorted((a, b) => b.version - a.version)}
              rowKey={({ hash }) => hash}
            />
            <Compare scenario={scenario} versions={versions} />
            <SidePanel
              open={json !== null}
              title={t('scenarios.versions.jsonTitle', { version: json?.version ?? '' })}
              onClose={() => showJson(null)}
            >
              {json !== null && <VersionJson scenario={scenario} hash={json.hash} />}
            </SidePanel>
            <RollBack
              id={scenario.id}
              version={asked}
              onDone={({ version }) => {
                ask(null);
                setDone(version);
              }}
              onClose={() => ask(null)}
            />
          </>
        )
      }
    </Loaded>
  );
}
