import type { ReactElement } from 'react';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { NumberField } from './line.tsx';
import { OperandField } from './operand-field.tsx';
import { Rows } from './rows.tsx';
import { VariableField } from './variable-field.tsx';

/** What a block sets: variables to values, or numbers up and down. */
export function AssignEditor({ block, put }: EditorProps<DraftOf<'set'>>): ReactElement {
  const words = useWords();
  return (
    <Rows
      label={words('assign.one')}
      rows={block.assign}
      least={1}
      most={20}
      fresh={() => ({ variable: block.assign[0]?.variable ?? 'memo', value: { literal: '' } })}
      onChange={(assign) => put('assign', { assign })}
      draw={(one, change) => (
        <>
          <div className="cw-pair">
            <VariableField
              label={words('field.variable')}
              value={one.variable}
              onChange={(variable) => change({ ...one, variable })}
            />
            <SelectField
              label={words('assign.how')}
              value={'add' in one ? 'add' : 'value'}
              onChange={(event) =>
                change(
                  event.target.value === 'add'
                    ? { variable: one.variable, add: 1 }
                    : { variable: one.variable, value: { literal: '' } },
                )
              }
            >
              <option value="value">{words('assign.value')}</option>
              <option value="add">{words('assign.add')}</option>
            </SelectField>
          </div>
          {'add' in one ? (
            <NumberField
              label={words('assign.add')}
              value={one.add}
              min={-1e9}
              max={1e9}
              step={1}
              onDone={(add) => change({ ...one, add })}
            />
          ) : (
            <OperandField
              label={words('field.value')}
              value={one.value}
              like={one.variable}
              onChange={(value) => change({ ...one, value })}
            />
          )}
        </>
      )}
    />
  );
}

const pieces = (text: string): string[] =>
  text
    .split(',')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** Marks of a call, written with commas between. */
export function TagsEditor({ block, put }: EditorProps<DraftOf<'tag'>>): ReactElement {
  const words = useWords();
  return (
    <Field
      label={words('field.tags')}
      hint={words('hint.tags')}
      defaultValue={block.tags.join(', ')}
      onChange={(event) => put('tags', { tags: pieces(event.target.value).slice(0, 10) })}
    />
  );
}

/** Variables whose values stand beside a line of the log. */
export function LogValuesEditor({ block, put }: EditorProps<DraftOf<'log'>>): ReactElement {
  const words = useWords();
  return (
    <Rows
      label={words('field.logValue')}
      rows={block.values ?? []}
      most={10}
      fresh={() => 'caller'}
      onChange={(values) => put('values', { values })}
      draw={(name, change) => (
        <VariableField label={words('field.variable')} value={name} onChange={change} />
      )}
    />
  );
}
