import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { get } from '../../../../api/client.ts';
import { SelectField } from '../../../../components/select-field.tsx';
import { TextField } from '../../../../components/text-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { type EditorProps, useVariables, useWords } from './field-kit.ts';
import { OperandField } from './operand-field.tsx';

type Props = EditorProps<DraftOf<'sendMessage'>>;

/** Who gets the text: whoever calls, or a number in a variable. */
export function RecipientEditor({ block, put }: Props): ReactElement {
  const words = useWords();
  const variables = useVariables();
  const to = block.to ?? 'caller';
  const shown = to === 'caller' ? '' : to.variable;
  return (
    <SelectField
      label={words('field.to')}
      value={shown}
      onChange={({ target: { value } }) => put('to', { to: value === '' ? 'caller' : { variable: value } })}
    >
      <option value="">{words('field.toCaller')}</option>
      {[...new Set([...variables, ...(shown === '' ? [] : [shown])])].map((name) => (
        <option key={name} value={name}>
          {words('operand.variable', { name })}
        </option>
      ))}
    </SelectField>
  );
}

type Templates = {
  readonly templates: readonly { readonly id: string; readonly name: string; readonly text?: string }[];
};

/** A text of its own, or a template of the company. */
export function MessageTextEditor({ block, put }: Props): ReactElement {
  const words = useWords();
  const found = useQuery({
    queryKey: ['message-templates', 'designer'],
    queryFn: get<Templates>('/message-templates'),
    retry: false,
  });
  const templates = found.data?.templates ?? [];
  return (
    <>
      <SelectField
        label={words('field.template')}
        value={block.template ?? ''}
        onChange={({ target: { value } }) =>
          put(
            'template',
            value === '' ? { template: undefined, text: '' } : { template: value, text: undefined },
          )
        }
      >
        <option value="">{words('field.ownText')}</option>
        {block.template !== undefined && !templates.some(({ name }) => name === block.template) && (
          <option value={block.template}>{block.template}</option>
        )}
        {templates.map(({ id, name }) => (
          <option key={id} value={name}>
            {name}
          </option>
        ))}
      </SelectField>
      {block.template === undefined && (
        <div data-first>
          <TextField
            label={words('field.messageText')}
            hint={words('hint.messageText')}
            rows={4}
            maxLength={2_000}
            value={block.text ?? ''}
            onChange={(event) => put('text', { text: event.target.value })}
          />
        </div>
      )}
    </>
  );
}

/** Words in `#{…}` that a text asks for. */
const namesIn = (text: string): string[] => [
  ...new Set([...text.matchAll(/#\{([^\s.#{}]{1,40})\}/g)].map(([, name]) => name ?? '')),
];

/** What stands for each `#{…}` of the text. */
export function TextValuesEditor({ block, put }: Props): ReactElement {
  const words = useWords();
  const values = block.values ?? {};
  const names = [...new Set([...namesIn(block.text ?? ''), ...Object.keys(values)])];
  return (
    <>
      {names.map((name) => (
        <OperandField
          key={name}
          label={words('field.textValue', { name })}
          value={values[name] ?? { literal: '' }}
          onChange={(value) => put(`value ${name}`, { values: { ...values, [name]: value } })}
        />
      ))}
    </>
  );
}
