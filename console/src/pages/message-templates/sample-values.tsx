import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../components/field.tsx';

/** Values to try a template with; they are not kept. */
export function SampleValues({
  names,
  samples,
  tried,
  change,
}: {
  names: readonly string[];
  /** What stands for those that are left empty. */
  tried: Readonly<Record<string, string>>;
  samples: Readonly<Record<string, string>>;
  change: (samples: Readonly<Record<string, string>>) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (names.length === 0) return null;
  return (
    <fieldset className="cw-group">
      <legend>{t('messageTemplates.samples')}</legend>
      {names.map((name) => (
        <Field
          key={name}
          label={name}
          value={samples[name] ?? ''}
          placeholder={tried[name]}
          maxLength={500}
          autoComplete="off"
          onChange={({ target }) => change({ ...samples, [name]: target.value })}
        />
      ))}
    </fieldset>
  );
}
