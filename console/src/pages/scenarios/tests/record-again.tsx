import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationView } from '../../../../../contracts/api/scenarios.ts';
import { request } from '../../../api/client.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { Notice } from '../../../components/notice.tsx';
import { SCENARIOS } from '../scenarios-query.ts';
import { expectOf } from '../simulate/expect-of.ts';
import type { TestActionProps } from './test-actions.tsx';

/** Makes what the draft does now the thing that a test expects. A call that does not end cannot be expected. */
export function RecordAgain({
  open,
  id,
  document,
  test,
  onClose,
}: TestActionProps & { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const client = useQueryClient();
  const record = useMutation({
    mutationFn: async (): Promise<'recorded' | 'endless'> => {
      const order = { document, given: test.given, scenario: id };
      const call = await request<SimulationView>('POST', '/scenarios/simulate', order);
      const expect = expectOf(call);
      if (expect === null) return 'endless';
      const body = { name: test.name, given: test.given, expect };
      await request('PUT', `/scenarios/${id}/tests/${test.id}`, body);
      return 'recorded';
    },
    onSuccess: async (done) => {
      await client.invalidateQueries({ queryKey: SCENARIOS });
      if (done === 'recorded') close();
    },
  });
  const close = (): void => {
    record.reset();
    onClose();
  };
  return (
    <ConfirmDanger
      open={open}
      danger={false}
      title={t('scenarios.tests.recordTitle')}
      action={t('scenarios.tests.record')}
      pending={record.isPending}
      problem={record.error}
      onConfirm={() => record.mutate()}
      onClose={close}
    >
      <div className="cw-stack">
        <p>{t('scenarios.tests.recordWords')}</p>
        {record.data === 'endless' && <Notice tone="warn">{t('scenarios.tests.recordNever')}</Notice>}
      </div>
    </ConfirmDanger>
  );
}
