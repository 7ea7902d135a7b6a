import { DownloadOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../../../api/client.ts';
import { ApiProblem } from '../../../../api/problem.ts';
import { FileField } from '../../../../components/file-field.tsx';
import { FormProblem } from '../../../../components/form-problem.tsx';
import { Notice } from '../../../../components/notice.tsx';
import type { SheetProblem } from './sheet-refusal.ts';

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
  const { t, i18n } = useTranslation();
  const refusal = problem instanceof ApiProblem ? problem.problems[0] : undefined;
  const refusalWords = ({ code, message, row }: SheetProblem): string => {
    const key = `sheet.${code}`;
    const words = i18n.exists(key) ? t(key as 'sheet.damaged') : message;
    return row === null ? words : t('sheet.line', { line: row, words });
  };
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
      {refusal === undefined ? (
        <FormProblem
          problem={problem}
          words={{
            'request/invalid': t('compose.upload.refused'),
            'request/too-large': t('compose.upload.tooLarge'),
          }}
        />
      ) : (
        <Notice tone="bad">{refusalWords(refusal)}</Notice>
      )}
    </>
  );
}
