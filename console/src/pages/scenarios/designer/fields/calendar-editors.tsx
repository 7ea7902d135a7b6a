import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import type { DraftOf } from '../model/document.ts';
import { documentOf } from '../state/store.ts';
import { useDesigner } from '../state/use-designer.ts';
import { useLibrary } from '../words/library.ts';
import { type EditorProps, useWords } from './field-kit.ts';

type Ref = DraftOf<'businessHours'>['calendar'];

/** Whose hours: the number's, one of the company's calendars, or one in the document itself. */
function CalendarField({ value, onChange }: { value: Ref; onChange: (value: Ref) => void }): ReactElement {
  const words = useWords();
  const { calendars } = useLibrary();
  const own = Object.keys(useDesigner((state) => documentOf(state).calendars) ?? {});
  const shown =
    typeof value === 'string' ? `own ${value}` : 'of' in value ? 'number' : `company ${value.company}`;
  const known =
    shown === 'number' ||
    own.some((name) => shown === `own ${name}`) ||
    calendars.some(({ id }) => shown === `company ${id}`);
  return (
    <>
      <SelectField
        label={words('field.calendar')}
        hint={words('hint.calendar')}
        value={shown}
        onChange={({ target: { value: chosen } }) => {
          if (chosen === 'number') onChange({ of: 'number' });
          else if (chosen.startsWith('own ')) onChange(chosen.slice(4));
          else onChange({ company: chosen.slice(8) });
        }}
      >
        <option value="number">{words('calendar.ofNumber')}</option>
        {!known && <option value={shown}>{words('calendar.unknown')}</option>}
        {calendars.map(({ id, name }) => (
          <option key={id} value={`company ${id}`}>
            {name}
          </option>
        ))}
        {own.map((name) => (
          <option key={name} value={`own ${name}`}>
            {words('calendar.own', { name })}
          </option>
        ))}
      </SelectField>
      <Link to="/calendars" target="_blank">
        {words('calendar.manage')}
      </Link>
    </>
  );
}

/** Hours that a block asks. */
export function CalendarEditor({ block, put }: EditorProps<DraftOf<'businessHours'>>): ReactElement {
  return <CalendarField value={block.calendar} onChange={(calendar) => put('calendar', { calendar })} />;
}

/** Until when a caller is held. */
export function UntilEditor({ block, put }: EditorProps<DraftOf<'waitUntil'>>): ReactElement {
  const words = useWords();
  const { until } = block;
  return (
    <>
      <SelectField
        label={words('field.until')}
        value={'time' in until ? 'time' : 'opens'}
        onChange={(event) =>
          put('until', {
            until: event.target.value === 'time' ? { time: '09:00' } : { opens: { of: 'number' } },
          })
        }
      >
        <option value="opens">{words('until.opens')}</option>
        <option value="time">{words('until.time')}</option>
      </SelectField>
      {'time' in until ? (
        <Field
          label={words('until.time')}
          type="time"
          value={until.time}
          onChange={(event) => put('until', { until: { time: event.target.value } })}
        />
      ) : (
        <CalendarField value={until.opens} onChange={(opens) => put('until', { until: { opens } })} />
      )}
    </>
  );
}
