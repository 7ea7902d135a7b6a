import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TrunkListView, TrunkView } from '../../../../contracts/api/trunks.ts';
import { request } from '../../api/client.ts';
import { ApiProblem } from '../../api/problem.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { SidePanel } from '../../components/side-panel.tsx';
import { TrunkForm, type WantedTrunk } from './trunk-form.tsx';
import { trunksQuery } from './trunks-query.ts';

/** Caps and caller numbers of a trunk, to be changed. */
export function TrunkPanel({
  trunk,
  open,
  onClose,
}: {
  trunk: TrunkView;
  open: boolean;
  onClose: () => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <SidePanel open={open} title={t('trunks.edit.title', { name: trunk.name })} onClose={onClose}>
      <TrunkEditor trunk={trunk} />
    </SidePanel>
  );
}

/** As with numbers: what was seen stays until it was saved, or met another change. */
function TrunkEditor({ trunk }: { trunk: TrunkView }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const [seen, setSeen] = useState(trunk);
  const save = useMutation({
    mutationFn: (wanted: WantedTrunk) =>
      request<TrunkView>('PATCH', `/trunks/${seen.name}`, { ...wanted, updatedAt: seen.updatedAt }),
    onSuccess: setSeen,
    onError: async (problem) => {
      if (!isConflict(problem)) return;
      const { trunks } = await request<TrunkListView>('GET', '/trunks');
      setSeen(trunks.find(({ name }) => name === seen.name) ?? seen);
    },
    onSettled: () => client.invalidateQueries({ queryKey: trunksQuery.queryKey }),
  });
  return (
    <>
      {save.isSuccess && <Notice tone="ok">{t('trunks.edit.saved')}</Notice>}
      {isConflict(save.error) && <Notice tone="warn">{t('trunks.edit.conflict')}</Notice>}
      <TrunkForm key={seen.updatedAt} trunk={seen} pending={save.isPending} onSubmit={save.mutate}>
        {!isConflict(save.error) && (
          <FormProblem problem={save.error} words={{ 'request/invalid': t('trunks.edit.wrong') }} />
        )}
      </TrunkForm>
    </>
  );
}

const isConflict = (problem: unknown): boolean =>
  problem instanceof ApiProblem && problem.code === 'request/conflict';
