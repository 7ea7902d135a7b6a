import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { type ReactElement, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './copy-field.css';

/** A value to take elsewhere, with a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(value);
      setCopied(true);
    } catch {
      // Without permission: marked, so that Ctrl+C takes it.
      field.current?.select();
    }
  };
  return (
    <div className="cw-copy">
      <label htmlFor={id}>{label}</label>
      <div>
        <input ref={field} id={id} readOnly value={value} onFocus={(event) => event.currentTarget.select()} />
        <button type="button" onClick={() => void copy()}>
          {copied ? <CheckOutlined aria-hidden /> : <CopyOutlined aria-hidden />}
          <span aria-live="polite">{copied ? t('components.copied') : t('components.copy')}</span>
        </button>
      </div>
    </div>
  );
}
