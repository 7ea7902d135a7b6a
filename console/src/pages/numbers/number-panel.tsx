import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NumberView } from '../../../../contracts/api/numbers.ts';
import { request } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { NumberForm, type WantedNumber } from './number-form.tsx';
import { numbersQuery } from './numbers-query.ts';

/** One number beside the list, to be changed. */
export function NumberPanel({
  number,
  title,
  onClose,
}: {
  number: NumberView | null;
  title: string;
  onClose: () => void;
}): ReactElement {
  return (
    <SidePanel open={number !== null} title={title} onClose={onClose}>
      {number !== null && <NumberEditor key={number.digits} number={number} />}
    </SidePanel>
  );
}

/**
 * Keeps the number as it was when it was opened, so that what somebody types is not swept away by the next look at the
 * list. A change that met another one shows the number anew.
 */
function NumberEditor({ number }: { number: NumberView }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [seen, setSeen] = useState(number);
  const save = useMutation({
    mutationFn: (wanted: WantedNumber) =>
      request<NumberView>('PATCH', `/numbers/${seen.digits}`, { ...wanted, updatedAt: seen.updatedAt }),
    onSuccess: setSeen,
    onError: async (problem) => {
      if (isConflict(problem)) setSeen(await request<NumberView>('GET', `/numbers/${seen.digits}`));
    },
    onSettled: () => client.invalidateQueries({ queryKey: numbersQuery.queryKey }),
  });
  return (
    <>
      {save.isSuccess && <Notice tone="ok">{t('numbers.edit.saved')}</Notice>}
      {isConflict(save.error) && <Notice tone="warn">{t('numbers.edit.conflict')}</Notice>}
      <NumberForm key={seen.updatedAt} number={seen} pending={save.isPending} onSubmit={save.mutate}>
        {!isConflict(save.error) && (
          <FormProblem problem={save.error} words={{ 'scenario/not-found': t('numbers.edit.gone') }} />
        )}
      </NumberForm>
    </>
  );
}

const isConflict = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.code === 'request/conflict';
