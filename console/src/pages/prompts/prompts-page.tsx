import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PromptView } from '../../../../contracts/api/prompts.ts';
import { useMay } from '../../api/session.ts';
import { DataTable } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Field } from '../../components/field.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { PageHeader } from '../../components/page-header.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { useSearchParam } from '../../components/use-search-param.ts';
import { foundPrompts } from './core/found-prompts.ts';
import { NewPrompt } from './new-prompt.tsx';
import { PromptPanel } from './prompt-panel.tsx';
import './prompts.css';
import { usePrompts } from './prompts-query.ts';
import { usePromptColumns } from './use-prompt-columns.tsx';

/** In the address in place of an id: the one that is being made. */
const NEW = 'new';

/** 안내 음성: what scenarios say in each language, and hold music. */
export function PromptsPage(): ReactElement {
  const { t } = useTranslation();
  const list = usePrompts();
  const columns = usePromptColumns();
  const manages = useMay('prompts.manage');
  const [id, open] = useSearchParam('prompt');
  const [words, setWords] = useState('');
  const chosen = list.data?.prompts.find((prompt) => prompt.id === id);
  const making = manages && id === NEW;
  const nothing = (total: number): ReactElement =>
    total === 0 ? (
      <EmptyState title={t('prompts.emptyTitle')} advice={t('prompts.emptyHint')} />
    ) : (
      <EmptyState title={t('prompts.nothingFound')} advice={t('prompts.nothingFoundHint')} />
    );
  return (
    <>
      <PageHeader title={t('prompts.title')} lead={t('prompts.lead')}>
        {manages && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => open(NEW)}>
            {t('prompts.create')}
          </Button>
        )}
      </PageHeader>
      <div className="cw-prompt-search">
        <Field
          label={t('prompts.search')}
          type="search"
          value={words}
          maxLength={80}
          onChange={({ target }) => setWords(target.value)}
        />
      </div>
      <Loaded query={list}>
        {({ prompts }) => (
          <DataTable<PromptView>
            name="prompts"
            label={t('prompts.list')}
            columns={columns}
            rows={foundPrompts(prompts, words)}
            rowKey={(prompt) => prompt.id}
            onOpen={(prompt) => open(prompt.id)}
            openKey={id}
            toolbar={<span className="cw-muted">{t('prompts.count', { total: prompts.length })}</span>}
            empty={nothing(prompts.length)}
          />
        )}
      </Loaded>
      <SidePanel
        open={making || chosen !== undefined}
        title={chosen?.name ?? t('prompts.create')}
        onClose={() => open(null)}
      >
        {chosen === undefined ? (
          <NewPrompt onMade={open} />
        ) : (
          <PromptPanel key={chosen.id} prompt={chosen} onGone={() => open(null)} />
        )}
      </SidePanel>
    </>
  );
}
