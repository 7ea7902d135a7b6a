import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../../../contracts/api/message-templates.ts';
import { useMay } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { Notice } from '../../components/notice.tsx';
import { DeleteTemplate } from './delete-template.tsx';
import { type Draft, draftOf, NO_DRAFT, orderOf } from './draft.ts';
import { TemplateForm } from './template-form.tsx';
import { TemplatePreviewPane } from './template-preview.tsx';
import { TemplateReview } from './template-review.tsx';
import { TEMPLATES } from './templates-query.ts';

/** Writes a template, new or there already, with what a phone makes of it beside. */
export function TemplateEditor({
  template,
  onMade,
  onGone,
}: {
  template: TemplateView | null;
  onMade: (id: string) => void;
  onGone: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<Draft>(template === null ? NO_DRAFT : draftOf(template));
  const body = useRef<HTMLTextAreaElement>(null);
  const save = useChange<TemplateView>(TEMPLATES);
  const approves = useMay('messages.approve');
  const submit = (): void => {
    const path = template === null ? '/message-templates' : `/message-templates/${template.id}`;
    save.mutate(
      { method: template === null ? 'POST' : 'PATCH', path, body: orderOf(draft) },
      { onSuccess: ({ id }) => template === null && onMade(id) },
    );
  };
  const reviewAgain = template?.alimtalkState === 'approved' && draft.body !== template.body;
  return (
    <div className="cw-template-editor">
      <div className="cw-stack">
        {save.isSuccess && <Notice tone="ok">{t('messageTemplates.saved')}</Notice>}
        {reviewAgain && <Notice tone="warn">{t('messageTemplates.reviewAgain')}</Notice>}
        <TemplateForm
          draft={draft}
          kindFixed={template !== null}
          body={body}
          pending={save.isPending}
          problem={save.error}
          change={(part) => setDraft({ ...draft, ...part })}
          onSubmit={submit}
        />
        {template?.kind === 'alimtalk' && approves && <TemplateReview template={template} />}
        {template !== null && <DeleteTemplate template={template} onGone={onGone} />}
      </div>
      <TemplatePreviewPane draft={draft} body={body} />
    </div>
  );
}
