import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from '../../../../components/check-field.tsx';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { LateField } from '../fields/line.tsx';
import { readLiteral } from '../fields/operand-field.tsx';
import type { Document } from '../model/document.ts';
import { freshId, isName } from '../model/ids.ts';
import { renameVariable, type Variable, withoutVariable, withVariable } from '../model/variables.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';

const TYPES = ['text', 'digits', 'number', 'boolean', 'date'] as const;

/** The variables of a scenario; a new name is followed wherever the old one stands. */
export function VariablesEditor(): ReactElement {
  const { t } = useTranslation();
  const actions = useActions();
  const variables = useDesigner((state) => documentOf(state).variables) ?? {};
  const set = (key: string, alter: (before: Document) => Document): void =>
    actions.settle(key, (draft) => ({ ...draft, document: alter(draft.document) }));
  return (
    <fieldset className="cw-rows">
      <legend>{t('scenarioDesigner.settings.variables')}</legend>
      <ul>
        {Object.entries(variables).map(([name, variable]) => (
          <li key={name}>
            <OneVariable name={name} variable={variable} taken={variables} set={set} />
            <button
              type="button"
              className="cw-icon-button"
              aria-label={t('scenarioDesigner.settings.removeVariable', { name })}
              onClick={() => set('variable', (before) => withoutVariable(before, name))}
            >
              <DeleteOutlined aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="cw-add-row"
        onClick={() => {
          const name = freshId('value1', (wish) => Object.hasOwn(variables, wish));
          set('variable', (before) => withVariable(before, name, { type: 'text' }));
        }}
      >
        <PlusOutlined aria-hidden /> {t('scenarioDesigner.settings.addVariable')}
      </button>
    </fieldset>
  );
}

function OneVariable({
  name,
  variable,
  taken,
  set,
}: {
  name: string;
  variable: Variable;
  taken: object;
  set: (key: string, alter: (before: Document) => Document) => void;
}): ReactElement {
  const { t } = useTranslation();
  const put = (patch: Partial<Variable>): void =>
    set(`variable ${name}`, (before) => withVariable(before, name, { ...variable, ...patch }));
  return (
    <div>
      <div className="cw-pair">
        <LateField
          label={t('scenarioDesigner.settings.variableName')}
          value={name}
          maxLength={40}
          check={(text) =>
            !isName(text)
              ? t('scenarioDesigner.block.idWrong')
              : Object.hasOwn(taken, text)
                ? t('scenarioDesigner.block.idTaken')
                : null
          }
          onDone={(to) => set('variable name', (before) => renameVariable(before, name, to))}
        />
        <SelectField
          label={t('scenarioDesigner.settings.variableType')}
          value={variable.type}
          onChange={(event) => put({ type: TYPES.find((type) => type === event.target.value) ?? 'text' })}
        >
          {TYPES.map((type) => (
            <option key={type} value={type}>
              {t(`scenarioDesigner.valueType.${type}`)}
            </option>
          ))}
        </SelectField>
      </div>
      <Field
        label={t('scenarioDesigner.settings.initial')}
        value={variable.initial === undefined || variable.initial === null ? '' : String(variable.initial)}
        maxLength={200}
        onChange={(event) =>
          put({ initial: event.target.value === '' ? null : readLiteral(event.target.value, variable.type) })
        }
      />
      <CheckField
        label={t('scenarioDesigner.secret')}
        hint={t('scenarioDesigner.settings.secretHint')}
        checked={variable.secret === true}
        onChange={(event) => put({ secret: event.target.checked })}
      />
    </div>
  );
}
