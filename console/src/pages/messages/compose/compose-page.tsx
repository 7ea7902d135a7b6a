import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { MessageProblem } from '../../../../../contracts/api/messages.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { Notice } from '../../../components/notice.tsx';
import { PageHeader } from '../../../components/page-header.tsx';
import { messageSettingsQuery } from '../../senders/senders-query.ts';
import { messageKeys } from '../messages-api.ts';
import './compose.css';
import { ContentCard } from './content/content-card.tsx';
import { type ChangeDraft, type Draft, emptyDraft, isTouched, sourceOf } from './draft.ts';
import { newKey } from './new-key.ts';
import { OptionsCard } from './options-card.tsx';
import { PeopleCard } from './people/people-card.tsx';
import { PhonePane } from './phone-pane.tsx';
import { ProblemList } from './problem-list.tsx';
import { isUnfinished } from './problem-place.ts';
import { SendButton } from './send-button.tsx';
import { Summary } from './summary.tsx';
import { TestSend } from './test-send.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { type Preview, usePreview } from './use-preview.ts';
import { type Sending, useSend } from './use-send.ts';

/** A new message: whom, what, from which number, when (MO-31…34, E24). */
export function ComposePage(): ReactElement {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => emptyDraft(newKey()));
  const [tried, setTried] = useState(0);
  const preview = usePreview(draft);
  const sending = useSend();
  const guard = useLeaveGuard(isTouched(draft) && sending.sent === undefined);
  useGoToSent(sending);
  const { reset } = sending;
  const change: ChangeDraft = useCallback(
    (part) => {
      setDraft((before) => ({ ...before, ...(typeof part === 'function' ? part(before) : part) }));
      reset();
    },
    [reset],
  );
  const problems = problemsOf(draft, preview, sending, tried > 0);
  const page = useShowFirstProblem(tried);
  return (
    <>
      <PageHeader title={t('compose.title')} lead={t('compose.lead')}>
        <Link to="/messages">{t('compose.back')}</Link>
      </PageHeader>
      <div className="cw-compose" ref={page}>
        <div className="cw-stack">
          <PeopleCard draft={draft} preview={preview} problems={problems} change={change} />
          <ContentCard draft={draft} preview={preview} problems={problems} change={change} />
          <OptionsCard draft={draft} problems={problems} change={change} />
        </div>
        <aside className="cw-card cw-stack cw-compose-side" aria-labelledby="compose-summary">
          <h2 id="compose-summary">{t('compose.summary.title')}</h2>
          <PhonePane draft={draft} preview={preview} />
          <Summary preview={preview} any={draft.recipients.length > 0} scheduled={draft.dueAt !== null} />
          <ProblemList problems={problems} place={null} />
          <Keeps />
          <SendButton
            draft={draft}
            preview={preview}
            sending={sending}
            refuse={() => setTried((times) => times + 1)}
          />
          <TestSend draft={draft} />
        </aside>
      </div>
      <ConfirmDanger
        open={guard.asking}
        title={t('compose.leave.title')}
        action={t('compose.leave.action')}
        onConfirm={guard.leave}
        onClose={guard.stay}
      >
        <p>{t('compose.leave.words')}</p>
      </ConfirmDanger>
    </>
  );
}

/** What was sent is shown, once the guard has let go. */
function useGoToSent({ sent }: Sending): void {
  const navigate = useNavigate();
  const client = useQueryClient();
  const id = sent?.id;
  useEffect(() => {
    if (id === undefined) return;
    void client.invalidateQueries({ queryKey: messageKeys.all });
    void navigate(`/messages/${id}`);
  }, [id, client, navigate]);
}

/** What is wrong; what is only not written yet, once somebody tried to send it. */
function problemsOf(
  draft: Draft,
  { answer }: Preview,
  sending: Sending,
  tried: boolean,
): readonly MessageProblem[] {
  if (sending.problems.length > 0) return sending.problems;
  if (draft.recipients.length === 0) return tried ? missing(draft) : [];
  return (answer?.problems ?? []).filter((problem) => tried || !isUnfinished(problem));
}

/** What the page knows to be missing while there is nobody to ask the api about. */
function missing(draft: Draft): readonly MessageProblem[] {
  const problem = (code: string, field: string) => ({ code, field, message: code, row: null });
  const empty = sourceOf(draft).trim() === '';
  return [problem('nobody-left', 'recipients'), ...(empty ? [problem('content-missing', 'text')] : [])];
}

/** Each refused try brings the first thing that is wrong into sight. */
function useShowFirstProblem(tried: number): RefObject<HTMLDivElement | null> {
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tried > 0) page.current?.querySelector('[data-tone="bad"]')?.scrollIntoView({ block: 'center' });
  }, [tried]);
  return page;
}

/** The default provider sends nothing: better known before than after. */
function Keeps(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery(messageSettingsQuery);
  if (data === undefined || data.delivers) return null;
  return <Notice tone="info">{t('compose.summary.keeps')}</Notice>;
}
