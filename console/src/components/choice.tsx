import { type ReactElement, useId } from 'react';
import './choice.css';

export type Option<T extends string> = { readonly value: T; readonly label: string; readonly lang?: string };

/** One of a few words, as radio buttons side by side. */
export function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
}): ReactElement {
  const name = useId();
  return (
    <fieldset className="cw-choice">
      <legend>{label}</legend>
      <div>
        {options.map((option) => (
          <label key={option.value} lang={option.lang}>
            <input
              type="radio"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
