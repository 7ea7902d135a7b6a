import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../../../contracts/api/message-templates.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { TemplateEditor } from './template-editor.tsx';
import './templates.css';
import { templatesQuery } from './templates-query.ts';
import { useTemplateColumns } from './use-template-columns.tsx';

/** In the address in place of an id: the one that is being written. */
const NEW = 'new';

/** Texts to fill in: written, tried with sample values, reviewed by Kakao, deleted. */
export function TemplatesPage(): ReactElement {
  const { t } = useTranslation();
  const list = useQuery(templatesQuery);
  const columns = useTemplateColumns();
  const manages = useMay('messages.manage');
  const [id, open] = useSearchParam('template');
  const chosen = list.data?.templates.find((template) => template.id === id);
  const writing = manages && id === NEW;
  return (
    <>
      <PageHeader title={t('messageTemplates.title')} lead={t('messageTemplates.lead')}>
        {manages && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => open(NEW)}>
            {t('messageTemplates.create')}
          </Button>
        )}
      </PageHeader>
      <Loaded query={list}>
        {({ templates }) => (
          <DataTable<TemplateView>
            name="message-templates"
            label={t('messageTemplates.list')}
            columns={columns}
            rows={templates}
            rowKey={(template) => template.id}
            onOpen={manages ? (template) => open(template.id) : undefined}
            openKey={id}
            toolbar={
              <span className="cw-muted">{t('messageTemplates.count', { total: templates.length })}</span>
            }
            empty={
              <EmptyState title={t('messageTemplates.emptyTitle')} advice={t('messageTemplates.emptyHint')} />
            }
          />
        )}
      </Loaded>
      <SidePanel
        open={writing || (manages && chosen !== undefined)}
        title={chosen?.name ?? t('messageTemplates.create')}
        onClose={() => open(null)}
      >
        <TemplateEditor
          key={chosen?.id ?? NEW}
          template={chosen ?? null}
          onMade={open}
          onGone={() => open(null)}
        />
      </SidePanel>
    </>
  );
}
