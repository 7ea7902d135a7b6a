import { type InputHTMLAttributes, type ReactElement, useId } from 'react';
import './field.css';

/** A labelled line to fill in; `error` replaces the hint and is read out with the field. */
export function Field({
  label,
  hint,
  error,
  ...input
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
} & InputHTMLAttributes<HTMLInputElement>): ReactElement {
  const id = useId();
  const words = error ?? hint;
  return (
    <div className="cw-field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={words === undefined ? undefined : `${id}-words`}
      />
      {words !== undefined && (
        <p id={`${id}-words`} className={error === undefined ? 'cw-muted' : 'cw-field-error'}>
          {words}
        </p>
      )}
    </div>
  );
}
