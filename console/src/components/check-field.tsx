import { type InputHTMLAttributes, type ReactElement, type ReactNode, useId } from 'react';
import './form.css';

/** Something that is so or not, with a line about what it means. */
export function CheckField({
  label,
  hint,
  ...input
}: { label: ReactNode; hint?: string | undefined } & InputHTMLAttributes<HTMLInputElement>): ReactElement {
  const id = useId();
  return (
    <div className="cw-check-field">
      <input
        {...input}
        type="checkbox"
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-words`}
      />
      <div>
        <label htmlFor={id}>{label}</label>
        {hint !== undefined && (
          <p id={`${id}-words`} className="cw-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
