import { PhoneOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrialView } from '../../../../../contracts/api/scenarios.ts';
import { request } from '../../../api/client.ts';
import { timeOfDay } from '../../../components/date-time.tsx';
import { FormProblem } from '../../../components/form-problem.tsx';
import { Notice } from '../../../components/notice.tsx';
import { ProblemList } from '../publish/problem-list.tsx';

/** One window for all trials. It is not this one: what is drawn and not saved stays where it is. */
const PHONE = 'cw-trial-phone';
const phoneAt = (number: string): string => `/phone?number=${number}`;

/** A real call to what is drawn now, saved or not. */
export function DraftByPhone({
  id,
  document,
  placeWords,
}: {
  id: string;
  document: unknown;
  placeWords: (place: string) => string;
}): ReactElement {
  const { t } = useTranslation();
  const trial = useMutation({
    mutationFn: (draft: unknown) => request<TrialView>('POST', `/scenarios/${id}/trial`, { document: draft }),
    onSuccess: ({ number }) => {
      // A browser that blocks the window leaves the link below.
      if (number !== null) window.open(phoneAt(number), PHONE);
    },
  });
  return (
    <div className="cw-stack">
      <p>
        <Button
          icon={<PhoneOutlined aria-hidden />}
          loading={trial.isPending}
          onClick={() => trial.mutate(document)}
        >
          {t('scenarios.simulate.trial.open')}
        </Button>{' '}
        <span className="cw-muted">{t('scenarios.simulate.trial.hint')}</span>
      </p>
      {trial.data !== undefined && <Answer trial={trial.data} placeWords={placeWords} />}
      {trial.data?.number != null && trial.variables !== document && (
        <Notice tone="warn">{t('scenarios.simulate.trial.changed')}</Notice>
      )}
      <FormProblem
        problem={trial.error}
        words={{ 'request/conflict': t('scenarios.simulate.trial.tooMany') }}
      />
    </div>
  );
}

function Answer({
  trial: { number, until, problems },
  placeWords,
}: {
  trial: TrialView;
  placeWords: (place: string) => string;
}): ReactElement {
  const { t } = useTranslation();
  if (number === null || until === null)
    return (
      <>
        <Notice tone="bad">{t('scenarios.simulate.trial.refused')}</Notice>
        <ProblemList problems={problems} placeWords={placeWords} />
      </>
    );

  return (
    <p role="status">
      {t('scenarios.simulate.trial.ready', { number, until: timeOfDay(until) })}{' '}
      <a href={phoneAt(number)} target={PHONE}>
        {t('scenarios.simulate.trial.phone')}
      </a>
    </p>
  );
}
