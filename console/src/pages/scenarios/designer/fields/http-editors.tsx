import type { ReactElement } from 'react';
import { Field } from '../../../../components/field.tsx';
import type { DraftOf } from '../model/document.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { OperandField } from './operand-field.tsx';
import { Rows } from './rows.tsx';
import { VariableField } from './variable-field.tsx';

type Props = EditorProps<DraftOf<'httpRequest'>>;

/** Fields of what is sent; only a POST has any. */
export function BodyEditor({ block, put }: Props): ReactElement | null {
  const words = useWords();
  if (block.method !== 'POST') return null;
  const rows = Object.entries(block.body ?? {}).map(([name, value]) => ({ name, value }));
  return (
    <Rows
      label={words('http.field')}
      rows={rows}
      most={40}
      fresh={() => ({ name: `field${rows.length + 1}`, value: { variable: 'caller' } })}
      onChange={(next) =>
        put('body', { body: Object.fromEntries(next.map(({ name, value }) => [name, value])) })
      }
      draw={(row, change) => (
        <>
          <Field
            label={words('http.name')}
            value={row.name}
            onChange={(event) => change({ ...row, name: event.target.value })}
          />
          <OperandField
            label={words('field.value')}
            value={row.value}
            onChange={(value) => change({ ...row, value })}
          />
        </>
      )}
    />
  );
}

/** What of the answer goes into which variable. */
export function TakeEditor({ block, put }: Props): ReactElement {
  const words = useWords();
  return (
    <Rows
      label={words('http.take')}
      rows={block.take ?? []}
      most={20}
      fresh={() => ({ variable: 'memo', path: 'result' })}
      onChange={(take) => put('take', { take })}
      draw={(row, change) => (
        <div className="cw-pair">
          <Field
            label={words('http.path')}
            value={row.path}
            placeholder="customer.grade"
            onChange={(event) => change({ ...row, path: event.target.value })}
          />
          <VariableField
            label={words('http.into')}
            value={row.variable}
            onChange={(variable) => change({ ...row, variable })}
          />
        </div>
      )}
    />
  );
}
