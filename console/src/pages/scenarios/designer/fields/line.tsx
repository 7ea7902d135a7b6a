import { type InputHTMLAttributes, type ReactElement, useEffect, useRef, useState } from 'react';
import { Field } from '../../../../components/field.tsx';

/** A line that is taken over when one leaves it or presses Enter: for names that must be whole to be right. */
export function LateField({
  label,
  value,
  hint,
  check,
  onDone,
  ...input
}: {
  label: string;
  value: string;
  hint?: string | undefined;
  /** Why what was typed cannot be taken; null: it can. */
  check?: (text: string) => string | null;
  onDone: (text: string) => void;
} & Omit<InputHTMLAttributes<HTMLInputElement>, 'value' | 'onChange'>): ReactElement {
  const [text, setText] = useState(value);
  useEffect(() => setText(value), [value]);
  const problem = text === value ? null : (check?.(text) ?? null);
  const take = (): void => {
    if (text !== value && problem === null) onDone(text);
    else if (problem !== null) setText(value);
  };
  return (
    <Field
      {...input}
      label={label}
      hint={hint}
      error={problem ?? undefined}
      value={text}
      autoComplete="off"
      onChange={(event) => setText(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) take();
      }}
    />
  );
}

/** A number with its bounds; what is no number waits until it is one. */
export function NumberField({
  label,
  hint,
  value,
  min,
  max,
  step,
  onDone,
}: {
  label: string;
  hint?: string | undefined;
  value: number;
  min: number;
  max: number;
  step: number;
  onDone: (value: number) => void;
}): ReactElement {
  const [text, setText] = useState(String(value));
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText(String(value));
    sent.current = value;
  }, [value]);
  return (
    <Field
      label={label}
      hint={hint}
      type="number"
      inputMode="decimal"
      value={text}
      min={min}
      max={max}
      step={step}
      onBlur={() => setText(String(value))}
      onChange={(event) => {
        setText(event.target.value);
        const next = event.target.valueAsNumber;
        if (Number.isNaN(next) || next < min || next > max) return;
        sent.current = next;
        onDone(next);
      }}
    />
  );
}
