import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TemplateView } from '../../../../contracts/api/message-templates.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { TEMPLATES } from './templates-query.ts';

/** Takes a template away; what was sent by it stays as it was sent. */
export function DeleteTemplate({
  template,
  onGone,
}: {
  template: TemplateView;
  onGone: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const remove = useChange(TEMPLATES);
  return (
    <div className="cw-buttons">
      <Button danger onClick={() => setAsked(true)}>
        {t('messageTemplates.delete')}
      </Button>
      <ConfirmDanger
        open={asked}
        title={t('messageTemplates.deleteTitle', { name: template.name })}
        action={t('messageTemplates.delete')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() =>
          remove.mutate(
            { method: 'DELETE', path: `/message-templates/${template.id}` },
            { onSuccess: onGone },
          )
        }
        onClose={() => {
          setAsked(false);
          remove.reset();
        }}
      >
        {t('messageTemplates.deleteWords', { count: template.usedBy })}
      </ConfirmDanger>
    </div>
  );
}
