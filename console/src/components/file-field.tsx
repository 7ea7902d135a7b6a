import { UploadOutlined } from '@ant-design/icons';
import { type ReactElement, useId } from 'react';
import './field.css';
import './file-field.css';

/** A button that opens the browser's choice of a file; the same file may be chosen again after it was corrected. */
export function FileField({
  label,
  action,
  hint,
  error,
  accept,
  busy = false,
  onFile,
}: {
  label: string;
  /** What the button says. */
  action: string;
  hint?: string | undefined;
  error?: string | undefined;
  accept: string;
  busy?: boolean;
  onFile: (file: File) => void;
}): ReactElement {
  const id = useId();
  const words = error ?? hint;
  return (
    <div className="cw-field cw-file-field" data-invalid={error !== undefined}>
      <label htmlFor={id}>
        {label}
        <span className="cw-file-button" aria-hidden>
          <UploadOutlined /> {action}
        </span>
      </label>
      <input
        id={id}
        className="cw-hidden"
        type="file"
        accept={accept}
        disabled={busy}
        aria-invalid={error !== undefined}
        aria-describedby={words === undefined ? undefined : `${id}-words`}
        onChange={({ target }) => {
          const file = target.files?.[0];
          target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      {words !== undefined && (
        <p id={`${id}-words`} className={error === undefined ? 'cw-muted' : 'cw-field-error'}>
          {words}
        </p>
      )}
    </div>
  );
}
