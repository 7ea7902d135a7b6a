import { DownloadOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../api/client.ts';
import { Field } from '../../../../components/field.tsx';
import { FormProblem } from '../../../../components/form-problem.tsx';

/** The form to fill in, and where the filled one is given. */
export function UploadFile({
  read,
  pending,
  problem,
}: {
  read: (file: File) => void;
  pending: boolean;
  problem: unknown;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('compose.upload.form')}</p>
      <p>
        <a href={address('/message-recipients/form')} download>
          <DownloadOutlined aria-hidden /> {t('compose.upload.download')}
        </a>
      </p>
      <Field
        type="file"
        label={t('compose.upload.file')}
        hint={t('compose.upload.fileHint')}
        accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        disabled={pending}
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again after it was corrected.
          target.value = '';
          if (file !== undefined) read(file);
        }}
      />
      <p role="status">{pending && t('compose.upload.reading')}</p>
      <FormProblem
        problem={problem}
        words={{
          'request/invalid': t('compose.upload.refused'),
          'request/too-large': t('compose.upload.tooLarge'),
        }}
      />
    </>
  );
}
