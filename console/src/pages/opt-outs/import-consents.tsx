import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConsentAnswer } from '../../../../contracts/api/opt-outs.ts';
import { useChange } from '../../api/use-change.ts';
import { CheckField } from '../../components/check-field.tsx';
import { Field } from '../../components/field.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { CONSENTS } from './opt-outs-query.ts';
import { MOST_NUMBERS, pastedNumbers } from './pasted-numbers.ts';

/** Enters consents by a pasted list of numbers, with where they come from. */
export function ImportConsents(): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [source, setSource] = useState('');
  const [night, setNight] = useState(false);
  const add = useChange<ConsentAnswer>(CONSENTS);
  const numbers = pastedNumbers(text);
  const over = numbers.length > MOST_NUMBERS;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (over || numbers.length === 0) return;
    add.mutate(
      { method: 'POST', path: '/ad-consents', body: { numbers, night, source } },
      { onSuccess: () => setText('') },
    );
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      {add.isSuccess && <Taken answer={add.data} />}
      <TextField
        label={t('optOuts.import.numbers')}
        hint={t('optOuts.import.numbersHint')}
        error={over ? t('optOuts.import.tooMany') : undefined}
        rows={8}
        inputMode="tel"
        value={text}
        required
        onChange={({ target }) => setText(target.value)}
        below={
          <p className="cw-number cw-muted" role="status">
            {t('optOuts.import.count', { count: numbers.length })}
          </p>
        }
      />
      <Field
        label={t('optOuts.import.source')}
        hint={t('optOuts.import.sourceHint')}
        value={source}
        maxLength={200}
        autoComplete="off"
        required
        onChange={({ target }) => setSource(target.value)}
      />
      <CheckField
        label={t('optOuts.import.night')}
        hint={t('optOuts.import.nightHint')}
        checked={night}
        onChange={() => setNight(!night)}
      />
      <FormProblem problem={add.error} />
      <div className="cw-buttons">
        <Button
          type="primary"
          htmlType="submit"
          loading={add.isPending}
          disabled={over || numbers.length === 0}
        >
          {t('optOuts.import.add')}
        </Button>
      </div>
    </form>
  );
}

function Taken({ answer: { taken, refused } }: { answer: ConsentAnswer }): ReactElement {
  const { t } = useTranslation();
  return (
    <Notice tone={refused.length === 0 ? 'ok' : 'warn'}>
      {t('optOuts.import.taken', { count: taken })}
      {refused.length > 0 && (
        <>
          <p>{t('optOuts.import.refused', { count: refused.length })}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls is reached by keyboard */}
          <ul className="cw-refused" tabIndex={0}>
            {refused.map((number) => (
              <li key={number}>{number}</li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  );
}
