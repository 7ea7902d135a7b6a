import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScenarioTestView } from '../../../../../contracts/api/scenarios.ts';
import { useChange } from '../../../api/use-change.ts';
import { Field } from '../../../components/field.tsx';
import { FormProblem } from '../../../components/form-problem.tsx';
import { SCENARIOS } from '../scenarios-query.ts';

/** Gives a test another name. */
export function RenameTest({
  id,
  test,
  onDone,
}: {
  id: string;
  test: ScenarioTestView;
  onDone: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [name, setName] = useState(test.name);
  const save = useChange(SCENARIOS);
  return (
    <form
      className="cw-form"
      onSubmit={(event) => {
        event.preventDefault();
        const body = { name: name.trim(), given: test.given, expect: test.expect };
        save.mutate(
          { method: 'PUT', path: `/scenarios/${id}/tests/${test.id}`, body },
          { onSuccess: onDone },
        );
      }}
    >
      <Field
        label={t('scenarios.tests.field.name')}
        value={name}
        maxLength={80}
        required
        autoComplete="off"
        onChange={({ target }) => setName(target.value)}
      />
      <FormProblem problem={save.error} words={{ 'request/conflict': t('scenarios.simulate.testTaken') }} />
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {t('scenarios.tests.save')}
        </Button>
      </div>
    </form>
  );
}
