import { DownloadOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../api/client.ts';
import { FileField } from '../../../../components/file-field.tsx';
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
      <FileField
        label={t('compose.upload.file')}
        action={t('compose.upload.choose')}
        hint={t('compose.upload.fileHint')}
        accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        busy={pending}
        onFile={read}
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
