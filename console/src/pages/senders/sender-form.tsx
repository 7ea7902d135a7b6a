import { StarOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmDanger } from '../../components/confirm-danger.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { PersonField } from './person-field.tsx';
import { SENDERS } from './senders-query.ts';

/** What a sender number is called, whose it is, whether it is the main one; and taking it away. */
export function SenderForm({ sender, onGone }: { sender: SenderView; onGone: () => void }): ReactElement {
  const { t } = useTranslation();
  const [label, setLabel] = useState(sender.label);
  const [user, setUser] = useState(sender.user?.id ?? '');
  const [asked, setAsked] = useState(false);
  const path = `/senders/${sender.id}`;
  const save = useChange(SENDERS);
  const remove = useChange(SENDERS);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ method: 'PATCH', path, body: { label, user: user === '' ? null : user } });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      {save.isSuccess && <Notice tone="ok">{t('senders.saved')}</Notice>}
      <Field
        label={t('senders.field.label')}
        value={label}
        maxLength={40}
        autoComplete="off"
        required
        onChange={({ target }) => setLabel(target.value)}
      />
      <PersonField tenant={sender.tenant} value={user} known={sender.user} onChange={setUser} />
      <FormProblem problem={save.error} words={{ 'message/refused': t('senders.mainRefused') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('senders.save')}
        </Button>
        {!sender.main && sender.usable && (
          <Button
            icon={<StarOutlined aria-hidden />}
            onClick={() => save.mutate({ method: 'PATCH', path, body: { main: true } })}
          >
            {t('senders.makeMain')}
          </Button>
        )}
        <Button danger onClick={() => setAsked(true)}>
          {t('senders.remove')}
        </Button>
      </div>
      <ConfirmDanger
        open={asked}
        title={t('senders.removeTitle', { number: spacedNumber(sender.digits) })}
        action={t('senders.remove')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate({ method: 'DELETE', path }, { onSuccess: onGone })}
        onClose={() => {
          setAsked(false);
          remove.reset();
        }}
      >
        {t('senders.removeWords')}
      </ConfirmDanger>
    </form>
  );
}
