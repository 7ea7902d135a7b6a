import type { ReactElement } from 'react';
import { Field } from '../../../../components/field.tsx';
import { SelectField } from '../../../../components/select-field.tsx';
import { useWords } from './field-kit.ts';
import type { PromptItem } from './prompts-field.tsx';

type Tone = Extract<PromptItem, { tone: unknown }>['tone'];
const NAMED = ['beep', 'ringback', 'busy'] as const;
const OWN = { hz: [880], onMs: 300, offMs: 200, times: 2 } as const;

/** A tone by its name, or one's own: frequencies, on, off, times. */
export function ToneField({ tone, onChange }: { tone: Tone; onChange: (tone: Tone) => void }): ReactElement {
  const words = useWords();
  const spec = typeof tone === 'string' ? null : tone;
  return (
    <div className="cw-pair">
      <SelectField
        label={words('item.tone')}
        value={spec === null ? String(tone) : 'own'}
        onChange={(event) => {
          const named = NAMED.find((name) => name === event.target.value);
          onChange(named ?? { ...OWN, hz: [...OWN.hz] });
        }}
      >
        {[...NAMED, 'own'].map((name) => (
          <option key={name} value={name}>
            {words(`tone.${name}`)}
          </option>
        ))}
      </SelectField>
      {spec !== null && (
        <Field
          label={words('tone.hz')}
          value={`${spec.hz.join('+')} ${spec.onMs}/${spec.offMs} ${spec.times}`}
          hint={words('tone.hint')}
          onChange={(event) => {
            const read = /^([0-9+]+)\s+([0-9]+)\/([0-9]+)\s+([0-9]+)$/.exec(event.target.value.trim());
            if (read === null) return;
            const [, hz = '', on, off, times] = read;
            onChange({
              hz: hz.split('+').map(Number),
              onMs: Number(on),
              offMs: Number(off),
              times: Number(times),
            });
          }}
        />
      )}
    </div>
  );
}
