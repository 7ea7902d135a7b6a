import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulatedAnswer } from '../../../../../contracts/scenario/simulation.ts';
import { Choice } from '../../../components/choice.tsx';
import { Field } from '../../../components/field.tsx';
import { blockAt, takenBy, typeOfVariable } from './block-at.ts';

const RESULTS = ['ok', 'refused', 'failed', 'timeout'] as const;
/** What the status of each result would be; only the first two come with one. */
const STATUS = { ok: 200, refused: 404, failed: 500, timeout: 504 } as const;

/** What another system answers: how it went, and the values that the block takes out of it. */
export function HttpAnswer({
  document,
  place,
  onAnswer,
}: {
  document: unknown;
  place: string;
  onAnswer: (answer: SimulatedAnswer) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [result, setResult] = useState<SimulatedAnswer['result']>('ok');
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const taken = takenBy(blockAt(document, place));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const given = taken.flatMap((name) => {
      const text = values[name] ?? '';
      return text === '' ? [] : [[name, meant(text, typeOfVariable(document, name))] as const];
    });
    onAnswer({ result, status: STATUS[result], values: result === 'ok' ? Object.fromEntries(given) : {} });
  };
  return (
    <form className="cw-form" onSubmit={submit}>
      <Choice
        label={t('scenarios.simulate.waiting.http')}
        value={result}
        options={RESULTS.map((value) => ({ value, label: t(`scenarios.simulate.http.${value}`) }))}
        onChange={setResult}
      />
      {result === 'ok' && taken.length > 0 && (
        <fieldset className="cw-group">
          <legend>{t('scenarios.simulate.httpValues')}</legend>
          {taken.map((name) => (
            <Field
              key={name}
              label={name}
              autoComplete="off"
              value={values[name] ?? ''}
              onChange={({ target }) => setValues({ ...values, [name]: target.value })}
            />
          ))}
        </fieldset>
      )}
      <div className="cw-buttons">
        <Button type="primary" htmlType="submit">
          {t('scenarios.simulate.httpSend')}
        </Button>
      </div>
    </form>
  );
}

/** A typed value as its variable wants it; what does not fit stays text, and the scenario says what it makes of it. */
function meant(text: string, type: string): string | number | boolean {
  if (type === 'boolean') return text === 'true' || text === '1' || text === '예';
  if (type === 'number' && text.trim() !== '' && Number.isFinite(Number(text))) return Number(text);
  return text;
}
