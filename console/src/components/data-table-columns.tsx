import { SettingOutlined } from '@ant-design/icons';
import { type ReactElement, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HiddenColumns } from './hidden-columns.ts';
import { useDismiss } from './use-dismiss.ts';

type Choosable = { readonly key: string; readonly title: string; readonly fixed?: boolean };

/** Which columns a table shows. */
export function ColumnChooser({
  columns,
  hidden,
}: {
  columns: readonly Choosable[];
  hidden: HiddenColumns;
}): ReactElement {
  const { t } = useTranslation();
  const box = useRef<HTMLDetailsElement>(null);
  useDismiss(box);
  return (
    <details ref={box} className="cw-columns">
      <summary>
        <SettingOutlined aria-hidden />
        {t('components.columns')}
      </summary>
      <fieldset>
        <legend className="cw-hidden">{t('components.columns')}</legend>
        {columns
          .filter(({ fixed }) => fixed !== true)
          .map(({ key, title }) => (
            <label key={key}>
              <input type="checkbox" checked={!hidden.keys.has(key)} onChange={() => hidden.toggle(key)} />
              {title}
            </label>
          ))}
      </fieldset>
    </details>
  );
}
