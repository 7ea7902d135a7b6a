import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageDetailView } from '../../../../../contracts/api/messages.ts';
import { request } from '../../../api/client.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useMay } from '../../../api/session.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { dateTime } from '../../../components/date-time.tsx';
import { Notice } from '../../../components/notice.tsx';
import { messageKeys } from '../messages-api.ts';

/** Calls off what waits for its time; nothing for other messages. */
export function CancelMessage({ message }: { message: MessageDetailView }): ReactElement | null {
  const { t } = useTranslation();
  const client = useQueryClient();
  const may = useMay('messages.send');
  const [asked, setAsked] = useState(false);
  const cancel = useMutation({
    mutationFn: () => request<MessageDetailView>('POST', `/messages/${message.id}/cancel`),
    onSettled: () => {
      setAsked(false);
      return client.invalidateQueries({ queryKey: messageKeys.all });
    },
  });
  const late = cancel.error instanceof ApiProblem && cancel.error.code === 'request/conflict';
  return (
    <>
      {message.state === 'scheduled' && may && (
        <Button danger onClick={() => setAsked(true)}>
          {t('messages.detail.cancel')}
        </Button>
      )}
      {cancel.isSuccess && <Notice tone="ok">{t('messages.detail.cancelDone')}</Notice>}
      {cancel.isError && (
        <Notice tone="bad">{t(late ? 'messages.detail.cancelLate' : 'components.problem.unknown')}</Notice>
      )}
      <ConfirmDanger
        open={asked}
        title={t('messages.detail.cancelTitle')}
        action={t('messages.detail.cancel')}
        pending={cancel.isPending}
        onConfirm={() => {
          if (!cancel.isPending) cancel.mutate();
        }}
        onClose={() => setAsked(false)}
      >
        <p>{t('messages.detail.cancelWords', { at: dateTime(message.dueAt) })}</p>
      </ConfirmDanger>
    </>
  );
}
