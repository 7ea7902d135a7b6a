import { RedoOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactElement, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageDetailView, ResendAnswer } from '../../../../../contracts/api/messages.ts';
import { request } from '../../../api/client.ts';
import { useMay } from '../../../api/session.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { Notice } from '../../../components/notice.tsx';
import { messageKeys } from '../messages-api.ts';

/**
 * The failure count; pressed, it sends again to the failed only, after a question (MO-30). It names the round that was
 * on the screen, so that a second press, here or in another window, sends nothing (T14).
 */
export function Resend({ message }: { message: MessageDetailView }): ReactElement {
  const { t } = useTranslation();
  const may = useMay('messages.send');
  const [asked, setAsked] = useState<{ round: number; count: number } | null>(null);
  const resend = useResend(message.id, () => setAsked(null));
  const { failed } = message.counts;
  const words = t('messages.detail.failedCount', { count: failed });
  return (
    <>
      {failed > 0 && may && message.state !== 'cancelled' ? (
        <Button
          danger
          icon={<RedoOutlined aria-hidden />}
          title={t('messages.detail.failedHint')}
          disabled={resend.isPending}
          onClick={() => setAsked({ round: message.round, count: failed })}
        >
          {words}
        </Button>
      ) : (
        <strong className="cw-number">{words}</strong>
      )}
      {resend.data !== undefined && (
        <Notice tone={resend.data.resent > 0 ? 'ok' : 'info'}>
          {resend.data.resent > 0
            ? t('messages.detail.resent', { count: resend.data.resent })
            : t('messages.detail.alreadyResent')}
        </Notice>
      )}
      <ConfirmDanger
        open={asked !== null}
        title={t('messages.detail.retryTitle', { count: asked?.count ?? 0 })}
        action={t('messages.detail.retry')}
        danger={false}
        pending={resend.isPending}
        problem={resend.error}
        onConfirm={() => {
          if (asked !== null) resend.start(asked.round);
        }}
        onClose={() => setAsked(null)}
      >
        <p>{t('messages.detail.retryWords')}</p>
      </ConfirmDanger>
    </>
  );
}

function useResend(id: string, done: () => void) {
  const client = useQueryClient();
  // The button goes grey a moment after the press: a double click is faster.
  const running = useRef(false);
  const resend = useMutation({
    mutationFn: (round: number) => request<ResendAnswer>('POST', `/messages/${id}/resend`, { round }),
    onSuccess: done,
    onSettled: () => {
      running.current = false;
      return client.invalidateQueries({ queryKey: messageKeys.all });
    },
  });
  const start = (round: number): void => {
    if (running.current) return;
    running.current = true;
    resend.mutate(round);
  };
  return { start, data: resend.data, error: resend.error, isPending: resend.isPending };
}
