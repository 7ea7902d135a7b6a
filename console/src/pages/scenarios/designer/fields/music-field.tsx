import type { ReactElement } from 'react';
import { SelectField } from '../../../../components/select-field.tsx';
import { SHIPPED } from '../model/new-block.ts';
import { useLibrary } from '../words/library.ts';
import { useWords } from './field-kit.ts';

/** What the caller hears while he waits: a tone, the shipped music, music of the company. */
export function MusicField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: unknown;
  onChange: (value: unknown) => void;
}): ReactElement {
  const words = useWords();
  const own = useLibrary().prompts.filter(({ kind }) => kind === 'music');
  const streamed = streamOf(value);
  const [first] = streamed;
  const shown =
    typeof value === 'string'
      ? value
      : first !== undefined
        ? `stream ${first}`
        : value === undefined
          ? ''
          : toneOf(value);
  return (
    <SelectField
      label={label}
      value={shown}
      onChange={({ target: { value: chosen } }) => {
        if (chosen === '') onChange(undefined);
        else if (chosen === 'ringback' || chosen === 'silence') onChange({ tone: chosen });
        else if (chosen.startsWith('stream ')) onChange({ stream: [{ prompt: chosen.slice(7) }] });
        else onChange(chosen);
      }}
    >
      <option value="">{words('music.usual')}</option>
      <option value="ringback">{words('music.ringback')}</option>
      <option value="silence">{words('music.silence')}</option>
      <option value={SHIPPED.music}>{words('music.shipped')}</option>
      {typeof value === 'string' && value !== SHIPPED.music && <option value={value}>{value}</option>}
      {first !== undefined && !own.some(({ id }) => id === first) && (
        <option value={shown}>{words('music.unknown')}</option>
      )}
      {own.map(({ id, name }) => (
        <option key={id} value={`stream ${id}`}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

const toneOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'tone' in value ? String(value.tone) : '';

function streamOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || !('stream' in value) || !Array.isArray(value.stream))
    return [];
  return value.stream.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null && 'prompt' in one ? [String(one.prompt)] : [],
  );
}
