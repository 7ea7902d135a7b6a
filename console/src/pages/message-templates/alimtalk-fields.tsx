import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import type { FormProps } from './template-form.tsx';

/** Where Kakao knows an Alimtalk by: the channel and the code of the reviewed template. */
export function AlimtalkFields({ draft, change }: FormProps): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <Notice tone="info">{t('messageTemplates.alimtalkWords')}</Notice>
      <Field
        label={t('messageTemplates.field.alimtalkChannel')}
        hint={t('messageTemplates.channelHint')}
        value={draft.alimtalkChannel}
        maxLength={80}
        autoComplete="off"
        required
        onChange={({ target }) => change({ alimtalkChannel: target.value })}
      />
      <Field
        label={t('messageTemplates.field.alimtalkCode')}
        hint={t('messageTemplates.codeHint')}
        value={draft.alimtalkCode}
        maxLength={80}
        autoComplete="off"
        onChange={({ target }) => change({ alimtalkCode: target.value })}
      />
    </>
  );
}
