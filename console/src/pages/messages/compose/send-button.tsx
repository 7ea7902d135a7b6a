import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { dateTime } from '../../../components/date-time.tsx';
import type { Draft } from './draft.ts';
import { orderOf } from './order.ts';
import { isDeferred } from './summary.tsx';
import type { Preview } from './use-preview.ts';
import type { Sending } from './use-send.ts';
import { useWon } from './use-won.ts';

/** Sends after "n명에게 보냅니다". What still is wrong is shown instead of asking. */
export function SendButton({
  draft,
  preview,
  sending,
  refuse,
}: {
  draft: Draft;
  preview: Preview;
  sending: Sending;
  /** Something is missing: say what. */
  refuse: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { answer, current } = preview;
  const ready = current && answer !== undefined && answer.problems.length === 0 && answer.counts.valid > 0;
  const words = t(draft.dueAt === null ? 'compose.summary.send' : 'compose.summary.schedule');
  return (
    <>
      <Button
        type="primary"
        size="large"
        block
        icon={<SendOutlined aria-hidden />}
        loading={sending.pending}
        onClick={() => {
          if (ready) setAsked(true);
          else refuse();
        }}
      >
        {words}
      </Button>
      {ready && (
        <Confirm
          open={asked}
          answer={answer}
          scheduled={draft.dueAt !== null}
          action={words}
          sending={sending}
          onConfirm={() => sending.send(orderOf(draft))}
          onClose={() => {
            if (!sending.pending) setAsked(false);
          }}
        />
      )}
    </>
  );
}

function Confirm({
  open,
  answer,
  scheduled,
  action,
  sending,
  onConfirm,
  onClose,
}: {
  open: boolean;
  answer: NonNullable<Preview['answer']>;
  scheduled: boolean;
  action: string;
  sending: Sending;
  onConfirm: () => void;
  onClose: () => void;
}): ReactElement {
  const { t, i18n } = useTranslation();
  const won = useWon();
  const { counts, estimate, dueAt } = answer;
  const format = new Intl.NumberFormat(i18n.language);
  const count = format.format(counts.valid);
  const out = Object.values(counts).reduce((sum, one) => sum + one, 0) - counts.valid;
  const later = dueAt !== null && (scheduled || isDeferred(answer));
  return (
    <ConfirmDanger
      open={open}
      title={
        later
          ? t('compose.confirm.scheduled', { at: dateTime(dueAt), count })
          : t('compose.confirm.title', { count })
      }
      action={action}
      danger={false}
      pending={sending.pending}
      problem={sending.failed}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {estimate !== null && <p>{t('compose.confirm.cost', { won: won(estimate) })}</p>}
      {out > 0 && <p>{t('compose.confirm.excluded', { count: format.format(out) })}</p>}
    </ConfirmDanger>
  );
}
