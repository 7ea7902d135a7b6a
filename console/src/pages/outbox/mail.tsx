import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MailDetailView, MailView } from '../../../../contracts/api/outbox.ts';
import { request } from '../../api/client.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { DateTime } from '../../components/date-time.tsx';
import { Facts } from '../../components/facts.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Notice } from '../../components/notice.tsx';
import { linkIn } from './link-in.ts';
import './mail.css';
import { MailState } from './mail-state.tsx';
import { mailQuery, mailsQuery } from './outbox-query.ts';

/** One mail as its reader gets it, and its way there. */
export function Mail({ id, delivers }: { id: string; delivers: boolean }): ReactElement {
  const { t } = useTranslation();
  const mail = useQuery(mailQuery(id));
  return (
    <Loaded query={mail}>
      {(read) => {
        const link = linkIn(read.body);
        return (
          <>
            <MailFacts mail={read} />
            <div>
              <h3>{t('outbox.body')}</h3>
              <pre className="cw-mail-body">{read.body}</pre>
            </div>
            {link !== null && <CopyField label={t('outbox.link')} value={link} />}
            {delivers && (read.state === 'kept' || read.state === 'failed') && <Resend mail={read} />}
            <p className="cw-muted">{t('outbox.lookNoted')}</p>
          </>
        );
      }}
    </Loaded>
  );
}

function MailFacts({ mail }: { mail: MailDetailView }): ReactElement {
  const { t } = useTranslation();
  const rows: (readonly [string, ReactNode])[] = [
    [t('outbox.field.to'), mail.to],
    [t('outbox.field.subject'), mail.subject],
    [t('outbox.field.kind'), t(`outbox.kind.${mail.kind}`)],
    [t('outbox.field.state'), <MailState key="state" state={mail.state} />],
    [t('outbox.field.createdAt'), <DateTime key="made" at={mail.createdAt} />],
  ];
  if (mail.sentAt !== null) rows.push([t('outbox.field.sentAt'), <DateTime key="sent" at={mail.sentAt} />]);
  if (mail.attempts > 0)
    rows.push([t('outbox.field.attempts'), t('outbox.attempts', { times: mail.attempts })]);
  if (mail.lastError !== null) rows.push([t('outbox.field.lastError'), mail.lastError]);
  return <Facts rows={rows} />;
}

function Resend({ mail }: { mail: MailDetailView }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const resend = useMutation({
    mutationFn: () => request<MailView>('POST', `/outbox/${mail.id}/resend`),
    onSuccess: (sent) => {
      client.setQueryData(mailQuery(mail.id).queryKey, { ...mail, ...sent });
      return client.invalidateQueries({ queryKey: mailsQuery.queryKey });
    },
  });
  return (
    <>
      <FormProblem problem={resend.error} words={{ 'request/conflict': t('outbox.resendConflict') }} />
      {resend.isSuccess && <Notice tone="ok">{t('outbox.resent')}</Notice>}
      <Button type="primary" loading={resend.isPending} onClick={() => resend.mutate()}>
        {t(mail.state === 'kept' ? 'outbox.send' : 'outbox.resend')}
      </Button>
    </>
  );
}
