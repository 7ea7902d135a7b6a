import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ScenarioTestView } from '../../../../../contracts/api/scenarios.ts';
import { useMay } from '../../../api/session.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmDanger } from '../../../components/confirm-danger.tsx';
import { SidePanel } from '../../../components/side-panel.tsx';
import { SCENARIOS } from '../scenarios-query.ts';
import { RecordAgain } from './record-again.tsx';
import { RenameTest } from './rename-test.tsx';

export type TestActionProps = {
  readonly id: string;
  readonly document: unknown;
  readonly test: ScenarioTestView;
};

/** Buttons of a test in its row. */
export function TestActions({ id, document, test }: TestActionProps): ReactElement {
  const { t } = useTranslation();
  const edits = useMay('scenarios.edit');
  const [asked, ask] = useState<'rename' | 'record' | 'delete' | null>(null);
  const remove = useChange(SCENARIOS);
  const close = (): void => ask(null);
  return (
    <span className="cw-row">
      <Link to={`?tab=simulate&test=${test.id}`}>{t('scenarios.tests.replay')}</Link>
      {edits && (
        <>
          <Button size="small" onClick={() => ask('rename')}>
            {t('scenarios.tests.rename')}
          </Button>
          <Button size="small" onClick={() => ask('record')}>
            {t('scenarios.tests.record')}
          </Button>
          <Button size="small" danger onClick={() => ask('delete')}>
            {t('scenarios.tests.delete')}
          </Button>
        </>
      )}
      <SidePanel open={asked === 'rename'} title={t('scenarios.tests.renameTitle')} onClose={close}>
        <RenameTest id={id} test={test} onDone={close} />
      </SidePanel>
      <RecordAgain open={asked === 'record'} id={id} document={document} test={test} onClose={close} />
      <ConfirmDanger
        open={asked === 'delete'}
        title={t('scenarios.tests.deleteTitle', { name: test.name })}
        action={t('scenarios.tests.delete')}
        pending={remove.isPending}
        problem={remove.error}
        onConfirm={() => remove.mutate({ method: 'DELETE', path: `/scenarios/${id}/tests/${test.id}` })}
        onClose={close}
      />
    </span>
  );
}
