import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NewApiKeyView } from '../../../../contracts/api/api-keys.ts';
import { request } from '../../api/client.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { Notice } from '../../components/notice.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { apiKeysQuery } from './api-keys-query.ts';
import { NewKeyForm, type WantedKey } from './new-key-form.tsx';

/** Makes a key and shows it, once. */
export function NewKeyPanel({ open, onClose }: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const [made, setMade] = useState(false);
  const close = (): void => {
    setMade(false);
    onClose();
  };
  return (
    <SidePanel open={open} title={t(made ? 'apiKeys.madeTitle' : 'apiKeys.create')} onClose={close}>
      <NewKey onMade={() => setMade(true)} onClose={close} />
    </SidePanel>
  );
}

/** The token lives in this component only: it is gone with the panel. */
function NewKey({ onMade, onClose }: { onMade: () => void; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: (wanted: WantedKey) => request<NewApiKeyView>('POST', '/api-keys', wanted),
    gcTime: 0,
    onSuccess: () => {
      onMade();
      return client.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
    },
  });
  if (make.data === undefined)
    return <NewKeyForm pending={make.isPending} problem={make.error} onSubmit={make.mutate} />;
  return (
    <>
      <Notice tone="warn">{t('apiKeys.once')}</Notice>
      <CopyField label={t('apiKeys.token')} value={make.data.token} />
      <CopyField label={t('apiKeys.use')} value={`Authorization: Bearer ${make.data.token}`} />
      <Button type="primary" onClick={onClose}>
        {t('apiKeys.closeDone')}
      </Button>
    </>
  );
}
