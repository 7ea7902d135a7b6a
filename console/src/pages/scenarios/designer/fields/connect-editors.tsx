import type { ReactElement } from 'react';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { useLibrary } from '../words/library.ts';
import { type EditorProps, useWords } from './field-kit.ts';
import { PromptsField } from './prompts-field.tsx';

/** Whom a block dials. */
export function TargetEditor({
  block,
  put,
}: EditorProps<DraftOf<'connect'> | DraftOf<'transfer'>>): ReactElement {
  const words = useWords();
  const { target } = block;
  const set = (next: typeof target): void => put('target', { target: next });
  return (
    <div className="cw-pair">
      <SelectField
        label={words('field.target')}
        value={target.kind}
        onChange={(event) => set({ ...target, kind: event.target.value === 'phone' ? 'phone' : 'extension' })}
      >
        <option value="extension">{words('target.extension')}</option>
        <option value="phone">{words('target.phone')}</option>
      </SelectField>
      <div data-first>
        <Field
          label={words('field.digits')}
          inputMode="tel"
          value={target.digits}
          onChange={(event) => set({ ...target, digits: event.target.value.replace(/[^0-9+*#]/g, '') })}
        />
      </div>
    </div>
  );
}

/** How a call is given away; with a word beforehand there is more to say. */
export function ModeEditor({ block, put }: EditorProps<DraftOf<'transfer'>>): ReactElement {
  const words = useWords();
  return (
    <>
      <SelectField
        label={words('field.mode')}
        value={block.mode}
        onChange={(event) => {
          if (event.target.value === 'blind') {
            const { declined: _, ...next } = block.next;
            put('mode', { mode: 'blind', announce: undefined, acceptKey: undefined, next });
          } else put('mode', { mode: 'attended', announce: [{ text: words('new.announce') }] });
        }}
      >
        <option value="blind">{words('mode.blind')}</option>
        <option value="attended">{words('mode.attended')}</option>
      </SelectField>
      {block.mode === 'attended' && (
        <>
          <PromptsField
            label={words('field.announce')}
            items={block.announce}
            onChange={(announce) => put('announce', { announce })}
          />
          <SelectField
            label={words('field.acceptKey')}
            value={block.acceptKey ?? '1'}
            onChange={(event) => put('acceptKey', { acceptKey: event.target.value })}
          >
            {[...'1234567890*#'].map((key) => (
              <option key={key} value={key}>
                {key}
              </option>
            ))}
          </SelectField>
        </>
      )}
    </>
  );
}

/** The number that is shown to whom the call dials. */
export function CallerIdEditor({ block, put }: EditorProps<DraftOf<'setCallerId'>>): ReactElement {
  const words = useWords();
  const own = block.number !== 'called';
  return (
    <>
      <SelectField
        label={words('field.number')}
        value={own ? 'own' : 'called'}
        hint={words('hint.number')}
        onChange={(event) => put('number', { number: event.target.value === 'called' ? 'called' : '' })}
      >
        <option value="called">{words('field.calledNumber')}</option>
        <option value="own">{words('field.ownNumber')}</option>
      </SelectField>
      {own && (
        <Field
          label={words('field.ownNumber')}
          inputMode="tel"
          value={block.number}
          onChange={(event) => put('number', { number: event.target.value.replace(/[^0-9]/g, '') })}
        />
      )}
    </>
  );
}

/** The scenario that a call goes over to. */
export function ScenarioEditor({ block, put }: EditorProps<DraftOf<'toScenario'>>): ReactElement {
  const words = useWords();
  const { scenarios } = useLibrary();
  const known = scenarios.some(({ id }) => id === block.scenario);
  return (
    <SelectField
      label={words('field.scenario')}
      value={block.scenario}
      onChange={(event) => put('scenario', { scenario: event.target.value })}
    >
      {!known && <option value={block.scenario}>{words('summary.notChosen')}</option>}
      {scenarios.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
