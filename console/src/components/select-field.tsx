import { type ReactElement, type SelectHTMLAttributes, useId } from 'react';
import './field.css';
import './form.css';

/** A labelled choice of one among many, the browser's own list. */
export function SelectField({
  label,
  hint,
  children,
  ...select
}: { label: string; hint?: string | undefined } & SelectHTMLAttributes<HTMLSelectElement>): ReactElement {
  const id = useId();
  return (
    <div className="cw-field">
      <label htmlFor={id}>{label}</label>
      <select {...select} id={id} aria-describedby={hint === undefined ? undefined : `${id}-words`}>
        {children}
      </select>
      {hint !== undefined && (
        <p id={`${id}-words`} className="cw-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
