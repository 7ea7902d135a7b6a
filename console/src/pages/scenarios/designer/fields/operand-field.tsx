import type { ReactElement } from 'react';
import type { Operand } from '../../../../../../contracts/scenario/value.ts';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import { useVariables, useWords } from './field-kit.ts';

const LITERAL = '=';

/** What people write as a value of a type: numbers and truth as such, digits and dates as text. */
export function readLiteral(text: string, type: string | undefined): string | number | boolean | null {
  if (text === '') return type === 'number' || type === 'boolean' ? null : '';
  if (type === 'number') return Number.isFinite(Number(text)) ? Number(text) : text;
  if (type === 'boolean')
    return text === 'true' || text === '예' ? true : text === 'false' || text === '아니요' ? false : text;
  return text;
}

/** A value that is written here, or one that a variable has. `like`: the variable that it is compared with or goes into. */
export function OperandField({
  label,
  value,
  like,
  onChange,
}: {
  label: string;
  value: Operand;
  like?: string | undefined;
  onChange: (value: Operand) => void;
}): ReactElement {
  const words = useWords();
  const variables = useVariables();
  const type = useDesigner((state) => documentOf(state).variables?.[like ?? '']?.type);
  const variable = 'variable' in value ? value.variable : null;
  return (
    <div className="cw-pair">
      <SelectField
        label={label}
        value={variable ?? LITERAL}
        onChange={({ target }) =>
          onChange(target.value === LITERAL ? { literal: '' } : { variable: target.value })
        }
      >
        <option value={LITERAL}>{words('operand.literal')}</option>
        {variable !== null && !variables.includes(variable) && <option value={variable}>{variable}</option>}
        {variables.map((name) => (
          <option key={name} value={name}>
            {words('operand.variable', { name })}
          </option>
        ))}
      </SelectField>
      {'literal' in value && (
        <Field
          label={words('operand.value')}
          value={value.literal === null ? '' : String(value.literal)}
          maxLength={200}
          onChange={(event) => onChange({ literal: readLiteral(event.target.value, type) })}
        />
      )}
    </div>
  );
}
