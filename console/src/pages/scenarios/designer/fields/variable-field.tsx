import type { ReactElement } from 'react';
import { SelectField } from '../../../../components/select-field.tsx';
import { useVariables } from './field-kit.ts';

/** A variable by its name: one that is there, or a new one that the problems list then offers to define. */
export function VariableField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (name: string) => void;
}): ReactElement {
  const variables = useVariables();
  const known = variables.includes(value) || value === '';
  return (
    <SelectField label={label} value={value} onChange={(event) => onChange(event.target.value)}>
      {!known && <option value={value}>{value}</option>}
      {value === '' && <option value="">—</option>}
      {variables.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
