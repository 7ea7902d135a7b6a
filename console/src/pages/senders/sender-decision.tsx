import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { DecisionForm } from '../../components/decision-form.tsx';
import { SENDERS } from './senders-query.ts';

/** Says whether the proof was seen, with a note. */
export function SenderDecision({ sender }: { sender: SenderView }): ReactElement {
  const { t } = useTranslation();
  return (
    <DecisionForm
      title={t('senders.decision.title')}
      hint={t('senders.decision.hint')}
      path={`/senders/${sender.id}/decision`}
      subject={SENDERS}
      now={sender.state}
      note={sender.note}
      options={(['verified', 'rejected'] as const).map((value) => ({
        value,
        label: t(`senders.decision.${value}`),
      }))}
    />
  );
}
