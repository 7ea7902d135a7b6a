import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../../../../../contracts/api/message-templates.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import { templatesQuery } from '../../../message-templates/templates-query.ts';
import type { ChangeDraft, Draft } from '../draft.ts';

const KINDS = ['text', 'alimtalk'] as const;

/** Begins with a kept text. One of Alimtalk is sent as it was approved, a text can be changed afterwards. */
export function TemplateField({ draft, change }: { draft: Draft; change: ChangeDraft }): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery(templatesQuery);
  const offered = (data?.templates ?? []).filter(
    ({ kind, alimtalkState }) => kind === 'text' || alimtalkState === 'approved',
  );
  if (offered.length === 0) return null;
  const choose = (id: string): void => {
    const template = offered.find((one) => one.id === id) ?? null;
    change(({ template: before, text }) => (template === null ? without(before, text) : chosen(template)));
  };
  return (
    <SelectField
      label={t('compose.content.template')}
      value={draft.template?.id ?? ''}
      onChange={({ target }) => choose(target.value)}
    >
      <option value="">{t('compose.content.none')}</option>
      {KINDS.map((kind) => {
        const ones = offered.filter((template) => template.kind === kind);
        if (ones.length === 0) return null;
        return (
          <optgroup
            key={kind}
            label={t(kind === 'text' ? 'compose.content.texts' : 'compose.content.alimtalk')}
          >
            {ones.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
        );
      })}
    </SelectField>
  );
}

function chosen(template: TemplateView): Partial<Draft> {
  const { kind, purpose, body, subject } = template;
  if (kind === 'alimtalk') return { template, purpose: 'info', image: null };
  return { template, purpose, text: body, subject: subject ?? '' };
}

/** Without a template the words stay, unless nobody changed them. */
const without = (before: TemplateView | null, text: string): Partial<Draft> => ({
  template: null,
  ...(before?.body === text ? { text: '' } : {}),
});
