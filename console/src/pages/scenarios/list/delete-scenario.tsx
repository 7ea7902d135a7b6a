import { useQuery } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioSummary, UsesView } from '../../../../../contracts/api/scenarios.ts';
import { ApiProblem } from '../../../api/problem.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { Notice } from '../../../components/notice.tsx';
import { spacedNumber } from '../../../components/spaced-number.ts';
import { SCENARIOS, usesQuery } from '../scenarios-query.ts';

/** Asks before a scenario goes. One that is in use stays, and what uses it is named. */
export function DeleteScenario({
  scenario,
  onClose,
}: {
  scenario: ScenarioSummary | null;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  // While the dialog closes it still says what it was about.
  const [last, setLast] = useState(scenario);
  if (scenario !== null && scenario !== last) setLast(scenario);
  const remove = useChange(SCENARIOS);
  const uses = useQuery({ ...usesQuery(scenario?.id ?? ''), enabled: scenario !== null }).data;
  const used = uses !== undefined && uses.numbers.length + uses.scenarios.length > 0;
  const refused = remove.error instanceof ApiProblem && remove.error.code === 'request/conflict';
  const close = (): void => {
    remove.reset();
    onClose();
  };
  return (
    <ConfirmDanger
      open={scenario !== null}
      title={t('scenarios.delete.title', { name: last?.name ?? '' })}
      action={t('scenarios.remove')}
      pending={remove.isPending}
      problem={refused ? null : remove.error}
      onConfirm={() =>
        remove.mutate({ method: 'DELETE', path: `/scenarios/${scenario?.id}` }, { onSuccess: close })
      }
      onClose={close}
    >
      <div className="cw-stack">
        <p>{t('scenarios.delete.words')}</p>
        {(used || refused) && (
          <Notice tone="warn">
            {t('scenarios.delete.inUse')}
            {uses !== undefined && <Reasons uses={uses} />}
          </Notice>
        )}
      </div>
    </ConfirmDanger>
  );
}

function Reasons({ uses }: { uses: UsesView }): ReactElement {
  const { t } = useTranslation();
  return (
    <ul>
      {uses.numbers.map((number) => (
        <li key={number}>{t('scenarios.delete.number', { number: spacedNumber(number) })}</li>
      ))}
      {uses.scenarios.map(({ id, name, place }) => (
        <li key={`${id} ${place}`}>{t('scenarios.delete.scenario', { name, place })}</li>
      ))}
    </ul>
  );
}
