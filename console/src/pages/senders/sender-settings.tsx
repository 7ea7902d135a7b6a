import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageSettingView } from '../../../../contracts/api/messages.ts';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../components/check-field.tsx';
import { CopyField } from '../../components/copy-field.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { MESSAGE_SETTINGS, messageSettingsQuery, SENDERS } from './senders-query.ts';

/** What holds for every text of the company: representative numbers, and what advertising has to say. */
export function SenderSettings(): ReactElement {
  const settings = useQuery(messageSettingsQuery);
  return <Loaded query={settings}>{(now) => <SettingsForm now={now} />}</Loaded>;
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

function SettingsForm({ now }: { now: MessageSettingView }): ReactElement {
  const { t } = useTranslation();
  const [representative, setRepresentative] = useState(now.allowRepresentative);
  const [name, setName] = useState(now.adSenderName ?? '');
  const [number, setNumber] = useState(now.optOutNumber ?? '');
  const client = useQueryClient();
  const save = useChange(MESSAGE_SETTINGS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const optOutNumber = orNull(number.replaceAll(/[\s-]/g, ''));
    const body = { allowRepresentative: representative, adSenderName: orNull(name), optOutNumber };
    save.mutate(
      { method: 'PATCH', path: '/message-settings', body },
      // Which numbers may be used changes with it.
      { onSuccess: () => client.invalidateQueries({ queryKey: SENDERS }) },
    );
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      {save.isSuccess && <Notice tone="ok">{t('senders.settings.saved')}</Notice>}
      <CheckField
        label={t('senders.settings.representative')}
        hint={t('senders.settings.representativeHint')}
        checked={representative}
        onChange={() => setRepresentative(!representative)}
      />
      <Field
        label={t('senders.settings.adName')}
        hint={t('senders.settings.adNameHint')}
        value={name}
        maxLength={20}
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <Field
        label={t('senders.settings.optOut')}
        hint={t('senders.settings.optOutHint')}
        inputMode="tel"
        value={number}
        maxLength={14}
        autoComplete="off"
        onChange={({ target }) => setNumber(target.value)}
      />
      {now.reportAddress !== null && (
        <>
          <CopyField label={t('senders.settings.reportAddress')} value={now.reportAddress} />
          <p className="cw-muted">{t('senders.settings.reportHint', { provider: now.provider })}</p>
        </>
      )}
      <FormProblem problem={save.error} words={{ 'request/invalid': t('senders.settings.wrong') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('senders.save')}
        </Button>
      </div>
    </form>
  );
}
