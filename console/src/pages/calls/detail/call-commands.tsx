import { LogoutOutlined, NotificationOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallDetailView } from '../../../../../contracts/api/calls.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useMay } from '../../../api/session.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { Notice } from '../../../components/notice.tsx';
import { callKeys } from '../calls-api.ts';

type Command = 'handler' | 'hangup';

/** What somebody who watches may do to a live call: send it to its scenario's handler, or end it; each asks first. */
export function CallCommands({ call }: { call: CallDetailView }): ReactElement | null {
  const { t } = useTranslation();
  const may = useMay('calls.command');
  const send = useChange(callKeys.all);
  const [asked, ask] = useState<Command | null>(null);
  const [last, setLast] = useState<Command>('handler');
  const over = send.error instanceof ApiProblem && [404, 409].includes(send.error.status);
  if (!may || call.state === 'ended') return null;
  const open = (command: Command): void => {
    send.reset();
    setLast(command);
    ask(command);
  };
  const confirm = (): void =>
    send.mutate(
      { method: 'POST', path: `/calls/${call.id}/command`, body: { command: last } },
      { onSuccess: () => ask(null) },
    );
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be shown */}
      <div className="cw-buttons" role="group" aria-label={t('calls.detail.command.label')}>
        {call.scenario !== null && (
          <Button icon={<NotificationOutlined aria-hidden />} onClick={() => open('handler')}>
            {t('calls.detail.command.handler')}
          </Button>
        )}
        <Button danger icon={<LogoutOutlined aria-hidden />} onClick={() => open('hangup')}>
          {t('calls.detail.command.hangup')}
        </Button>
      </div>
      {send.isSuccess && <Notice tone="ok">{t('calls.detail.command.sent')}</Notice>}
      <ConfirmDanger
        open={asked !== null}
        danger={last === 'hangup'}
        title={t(`calls.detail.command.${last}Title`)}
        action={t(`calls.detail.command.${last}`)}
        pending={send.isPending}
        problem={over ? null : send.error}
        onConfirm={confirm}
        onClose={() => ask(null)}
      >
        <div className="cw-stack">
          <p>{t(`calls.detail.command.${last}Words`)}</p>
          {over && <Notice tone="warn">{t('calls.detail.command.gone')}</Notice>}
        </div>
      </ConfirmDanger>
    </>
  );
}
