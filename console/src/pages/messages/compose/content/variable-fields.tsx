import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../../components/field.tsx';
import { type ChangeDraft, type Draft, sourceOf } from '../draft.ts';
import { valuesOf } from '../order.ts';
import { variablesIn } from '../variables-in.ts';

/** One value for everybody, for each variable of the text; says how many bring their own. */
export function VariableFields({
  draft,
  change,
}: {
  draft: Draft;
  change: ChangeDraft;
}): ReactElement | null {
  const { t } = useTranslation();
  const { template, recipients, values } = draft;
  const names = template?.kind === 'alimtalk' ? template.variables : variablesIn(sourceOf(draft));
  if (names.length === 0) return null;
  const own = (name: string): number =>
    recipients.filter((one) => valuesOf({ values: {} }, one, [name])[name] !== undefined).length;
  return (
    <fieldset className="cw-group">
      <legend>{t('compose.content.variables')}</legend>
      <p className="cw-muted">{t('compose.content.variablesHint')}</p>
      <div className="cw-variables">
        {names.map((name) => {
          const count = own(name);
          return (
            <Field
              key={name}
              label={name}
              maxLength={500}
              autoComplete="off"
              value={values[name] ?? ''}
              hint={count > 0 ? t('compose.content.fromColumn', { count }) : undefined}
              onChange={({ target }) => change({ values: { ...values, [name]: target.value } })}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
