import { useMutation } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecipientSheetView } from '../../../../../../contracts/api/messages.ts';
import { request } from '../../../../api/client.ts';
import { SidePanel } from '../../../../components/side-panel.tsx';
import type { SheetRow } from './sheet-rows.ts';
import { UploadCheck } from './upload-check.tsx';
import { UploadFile } from './upload-file.tsx';
import './upload.css';

const STEPS = ['form', 'file', 'check'] as const;

/** Recipients out of a spreadsheet in three steps: form, file, a look at every row (MO-34, E23). Nothing is sent by it. */
export function UploadPanel({
  open,
  any,
  onClose,
  onCommit,
}: {
  open: boolean;
  /** There are recipients already, which may be kept or replaced. */
  any: boolean;
  onClose: () => void;
  onCommit: (people: readonly SheetRow[], replace: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel open={open} title={t('compose.upload.title')} onClose={onClose}>
      <Upload any={any} onCommit={onCommit} />
    </SidePanel>
  );
}

function Upload({
  any,
  onCommit,
}: {
  any: boolean;
  onCommit: (people: readonly SheetRow[], replace: boolean) => void;
}): ReactElement {
  const { t } = useTranslation();
  const read = useMutation({
    mutationFn: (file: File) => request<RecipientSheetView>('POST', '/message-recipients/read', file),
  });
  const at = read.data === undefined ? 'file' : 'check';
  return (
    <div className="cw-upload cw-stack">
      <ol className="cw-steps">
        {STEPS.map((step) => (
          <li key={step} aria-current={step === at ? 'step' : undefined}>
            {t(`compose.upload.steps.${step}`)}
          </li>
        ))}
      </ol>
      {read.data === undefined ? (
        <UploadFile read={(file) => read.mutate(file)} pending={read.isPending} problem={read.error} />
      ) : (
        <UploadCheck sheet={read.data} any={any} again={read.reset} onCommit={onCommit} />
      )}
    </div>
  );
}
