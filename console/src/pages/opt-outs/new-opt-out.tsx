import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OptOutView } from '../../../../contracts/api/opt-outs.ts';
import { useChange } from '../../api/use-change.ts';
import { Choice } from '../../components/choice.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { OPT_OUTS } from './opt-outs-query.ts';

const SCOPES = ['ad', 'all'] as const;

/** Enters that somebody wants no advertising, or no texts at all. */
export function NewOptOut(): ReactElement {
  const { t } = useTranslation();
  const [scope, setScope] = useState<(typeof SCOPES)[number]>('ad');
  const add = useChange<OptOutView>(OPT_OUTS);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { number, note } = Object.fromEntries(new FormData(event.currentTarget));
    const said = String(note).trim();
    add.mutate({
      method: 'POST',
      path: '/opt-outs',
      body: { number, scope, note: said === '' ? null : said },
    });
  };
  return (
    <>
      {add.isSuccess && (
        <Notice tone="ok">{t('optOuts.added', { number: spacedNumber(add.data.digits) })}</Notice>
      )}
      <form key={add.data?.at ?? ''} className="cw-form" onSubmit={submit}>
        <Field
          name="number"
          inputMode="tel"
          label={t('optOuts.field.number')}
          maxLength={40}
          autoComplete="off"
          required
        />
        <Choice
          label={t('optOuts.field.scope')}
          value={scope}
          options={SCOPES.map((value) => ({ value, label: t(`optOuts.scope.${value}`) }))}
          onChange={setScope}
        />
        <p className="cw-muted">{t(`optOuts.scopeHint.${scope}`)}</p>
        <Field name="note" label={t('optOuts.noteLabel')} maxLength={200} autoComplete="off" />
        <FormProblem
          problem={add.error}
          words={{ 'request/invalid': t('optOuts.wrong'), 'message/refused': t('optOuts.wrong') }}
        />
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t('optOuts.addIt')}
        </Button>
      </form>
    </>
  );
}
