import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

/** One of a few values, or any. */
export function OneOf<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T | null;
  options: readonly { readonly value: T; readonly label: string }[];
  onChange: (value: T | null) => void;
}): ReactElement {
  const { t } = useTranslation();
  return (
    <label className="cw-filter">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={({ target }) =>
          onChange(options.find((option) => option.value === target.value)?.value ?? null)
        }
      >
        <option value="">{t('calls.any')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
