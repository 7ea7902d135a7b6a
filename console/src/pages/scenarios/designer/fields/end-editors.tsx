import type { ReactElement } from 'react';
import { SelectField } from '../../../../components/select-field.tsx';
import { useCallWords } from '../../../calls/use-call-words.ts';
import type { DraftOf } from '../model/document.ts';
import { documentOf } from '../state/store.ts';
import { useActions, useDesigner } from '../state/use-designer.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { OperandField } from './operand-field.tsx';

/** The outcomes that a business may give by itself: the others are what the engine found out. */
const OUTCOMES = [
  'success/completed',
  'success/informed',
  'success/connected',
  'success/message-left',
  'client/no-input',
  'client/wrong-input',
  'client/refused',
  'upstream/busy',
  'upstream/no-answer',
  'upstream/unreachable',
  'server/recording-failed',
] as const;

/** How a call counts that ends here; usually by what it has reached. */
export function OutcomeEditor({ block, put }: EditorProps<DraftOf<'hangup'>>): ReactElement {
  const words = useWords();
  const calls = useCallWords();
  const { outcome } = block;
  const shown = outcome === undefined ? '' : `${outcome.result}/${outcome.reason}`;
  const options: readonly string[] =
    shown === '' || OUTCOMES.some((one) => one === shown) ? OUTCOMES : [...OUTCOMES, shown];
  return (
    <SelectField
      label={words('field.outcome')}
      hint={words('hint.outcome')}
      value={shown}
      onChange={({ target: { value } }) => {
        const [result, reason] = value.split('/');
        put('outcome', { outcome: value === '' ? undefined : { result, reason } });
      }}
    >
      <option value="">{words('field.byReached')}</option>
      {options.map((one) => {
        const [result = '', reason = ''] = one.split('/');
        return (
          <option key={one} value={one}>
            {calls.result(result)} · {calls.reason(reason)}
          </option>
        );
      })}
    </SelectField>
  );
}

/** The part that a block calls, and what its parameters are there. */
export function PartEditor({ block, put }: EditorProps<DraftOf<'subScenario'>>): ReactElement {
  const words = useWords();
  const actions = useActions();
  const parts = useDesigner((state) => documentOf(state).subScenarios) ?? {};
  const known = Object.hasOwn(parts, block.part);
  const given = block.with ?? {};
  return (
    <>
      <SelectField
        label={words('field.part')}
        value={block.part}
        hint={Object.keys(parts).length === 0 ? words('hint.noParts') : undefined}
        onChange={(event) => put('part', { part: event.target.value, with: undefined })}
      >
        {!known && <option value={block.part}>{words('summary.notChosen')}</option>}
        {Object.keys(parts).map((id) => (
          <option key={id} value={id}>
            {id}
          </option>
        ))}
      </SelectField>
      {(parts[block.part]?.parameters ?? []).map((name) => (
        <OperandField
          key={name}
          label={words('field.parameter', { name })}
          value={given[name] ?? { literal: '' }}
          like={name}
          onChange={(value) => put(`with ${name}`, { with: { ...given, [name]: value } })}
        />
      ))}
      {known && (
        <button type="button" className="cw-words-button" onClick={() => actions.openPart(block.part)}>
          {words('field.openPart')}
        </button>
      )}
    </>
  );
}
