import type { ReactElement } from 'react';
import { CheckField } from '../../../../components/check-field.tsx';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import { withPrompts } from '../model/menu-keys.ts';
import { type EditorProps, fieldOf, useWords } from './field-kit.ts';
import { NumberField } from './line.tsx';
import { MusicField } from './music-field.tsx';
import { OWN_EDITORS } from './own-editors.tsx';
import { type PromptItems, PromptsField } from './prompts-field.tsx';
import { SPECS, type Spec } from './specs.ts';
import { VariableField } from './variable-field.tsx';

const MS = { seconds: 1_000, minutes: 60_000 } as const;

/** All fields of a block, by its type. */
export function BlockFields({ block, put }: EditorProps): ReactElement {
  return (
    <>
      {SPECS[block.type].map((spec) => (
        <OneField key={spec.kind === 'own' ? spec.editor : spec.field} spec={spec} block={block} put={put} />
      ))}
    </>
  );
}

function OneField({ spec, block, put }: EditorProps & { spec: Spec }): ReactElement {
  const words = useWords();
  if (spec.kind === 'own') {
    const Editor = OWN_EDITORS[spec.editor];
    return <Editor block={block} put={put} />;
  }
  const { field } = spec;
  const value = fieldOf(block, field);
  const label = words(`field.${field}`);
  const set = (next: unknown): void => put(field, { [field]: next });
  switch (spec.kind) {
    case 'prompts':
      return (
        <PromptsField
          label={label}
          first={field === 'prompts'}
          items={(value ?? []) as PromptItems}
          onChange={(items) => {
            // What is said again at the next try goes on saying the same.
            if (field === 'prompts' && (block.type === 'menu' || block.type === 'collect'))
              put(field, withPrompts(block, items));
            else set(items);
          }}
        />
      );
    case 'music':
      return <MusicField label={label} value={value} onChange={set} />;
    case 'variable':
      return <VariableField label={label} value={String(value ?? '')} onChange={set} />;
    case 'check':
      return (
        <CheckField
          label={label}
          hint={words(`hint.${field}`)}
          checked={value === undefined ? spec.fallback : value === true}
          onChange={(event) => set(event.target.checked)}
        />
      );
    case 'choice':
      return (
        <SelectField
          label={label}
          value={String(value ?? spec.fallback)}
          onChange={(event) => set(event.target.value)}
        >
          {spec.options.map((option) => (
            <option key={option} value={option}>
              {words(`${field}.${option}`)}
            </option>
          ))}
        </SelectField>
      );
    case 'number':
      return <Amount spec={spec} label={label} value={value} onChange={set} />;
    case 'text':
      return <TextLine spec={spec} label={label} value={String(value ?? '')} onChange={set} />;
  }
}

type Of<K extends Spec['kind']> = Extract<Spec, { kind: K }>;

function Amount({
  spec,
  label,
  value,
  onChange,
}: {
  spec: Of<'number'>;
  label: string;
  value: unknown;
  onChange: (value: number) => void;
}): ReactElement {
  const words = useWords();
  const { unit, min, max, fallback } = spec;
  const by = unit === undefined ? 1 : MS[unit];
  return (
    <NumberField
      label={unit === undefined ? label : `${label} (${words(`unit.${unit}`)})`}
      value={(typeof value === 'number' ? value : fallback) / by}
      min={min}
      max={max}
      step={unit === 'seconds' ? 0.5 : 1}
      onDone={(next) => onChange(Math.round(next * by))}
    />
  );
}

function TextLine({
  spec,
  label,
  value,
  onChange,
}: {
  spec: Of<'text'>;
  label: string;
  value: string;
  onChange: (value: string | undefined) => void;
}): ReactElement {
  const words = useWords();
  const hint = words(`hint.${spec.field}`);
  const shared = {
    label,
    value,
    hint: hint.startsWith('scenarioDesigner') ? undefined : hint,
    onChange: (event: { target: { value: string } }) =>
      onChange(event.target.value === '' && spec.optional === true ? undefined : event.target.value),
  };
  return spec.long === true ? <TextField {...shared} rows={3} /> : <Field {...shared} />;
}
