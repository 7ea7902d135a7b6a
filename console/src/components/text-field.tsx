import { type ReactElement, type ReactNode, type RefObject, type TextareaHTMLAttributes, useId } from 'react';
import './field.css';
import './form.css';

/** A labelled text of several lines; `below` stands under it: a counter, what can be put in. */
export function TextField({
  label,
  hint,
  error,
  box,
  below,
  ...area
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  box?: RefObject<HTMLTextAreaElement | null>;
  below?: ReactNode;
} & TextareaHTMLAttributes<HTMLTextAreaElement>): ReactElement {
  const id = useId();
  const words = error ?? hint;
  return (
    <div className="cw-field" data-invalid={error !== undefined}>
      <label htmlFor={id}>{label}</label>
      <textarea
        {...area}
        {...(box === undefined ? {} : { ref: box })}
        id={id}
        aria-invalid={error !== undefined}
        aria-describedby={words === undefined ? undefined : `${id}-words`}
      />
      {below}
      {words !== undefined && (
        <p id={`${id}-words`} className={error === undefined ? 'cw-muted' : 'cw-field-error'}>
          {words}
        </p>
      )}
    </div>
  );
}
