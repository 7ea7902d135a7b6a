import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { useMay } from '../../api/session.ts';
import { DateTime } from '../../components/date-time.tsx';
import { Facts } from '../../components/facts.tsx';
import { Notice } from '../../components/notice.tsx';
import { useKnownWord } from '../../components/use-known-word.ts';
import { SenderDecision } from './sender-decision.tsx';
import { SenderForm } from './sender-form.tsx';
import { SenderState } from './sender-state.tsx';

/** One sender number beside the list: what is known, what may be changed, and the decision. */
export function SenderPanel({ sender, onGone }: { sender: SenderView; onGone: () => void }): ReactElement {
  const { t } = useTranslation();
  const word = useKnownWord();
  const approves = useMay('messages.approve');
  const rows: (readonly [string, ReactNode])[] = [
    [t('senders.field.kind'), word(`senders.kind.${sender.kind}`, sender.kind)],
    [t('senders.field.state'), <SenderState key="state" state={sender.state} />],
    [t('senders.field.requestedAt'), <DateTime key="asked" at={sender.requestedAt} />],
    [t('senders.field.decidedAt'), <DateTime key="decided" at={sender.decidedAt} />],
  ];
  if (sender.note !== null) rows.push([t('senders.field.note'), sender.note]);
  return (
    <>
      <Facts rows={rows} />
      {!sender.usable && sender.because !== null && (
        <Notice tone="warn">{word(`senders.because.${sender.because}`, sender.because)}</Notice>
      )}
      <SenderForm sender={sender} onGone={onGone} />
      {approves && <SenderDecision sender={sender} />}
    </>
  );
}
