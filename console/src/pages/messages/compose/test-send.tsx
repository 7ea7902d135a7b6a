import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readKrNumber } from '../../../../../contracts/number/kr-number.ts';
import { Field } from '../../../components/field.tsx';
import { FormProblem } from '../../../components/form-problem.tsx';
import { Notice } from '../../../components/notice.tsx';
import type { Draft } from './draft.ts';
import { newKey } from './new-key.ts';
import { testOrderOf } from './order.ts';
import { useProblemText } from './use-problem-text.ts';
import { useSend } from './use-send.ts';

/** Sends what is written to one number at once, as a message of its own. */
export function TestSend({ draft }: { draft: Draft }): ReactElement {
  const { t } = useTranslation();
  const words = useProblemText();
  const [number, setNumber] = useState('');
  const [wrong, setWrong] = useState(false);
  // Kept until it was sent: a second press after a lost answer is the same text.
  const [key, setKey] = useState(newKey);
  const test = useSend(() => setKey(newKey()));
  return (
    <details className="cw-test-send">
      <summary>{t('compose.test.title')}</summary>
      <form
        className="cw-form"
        onSubmit={(event) => {
          event.preventDefault();
          const mobile = readKrNumber(number)?.maySms === true;
          setWrong(!mobile);
          if (mobile) test.send(testOrderOf(draft, number, key));
        }}
      >
        <Field
          label={t('compose.test.number')}
          hint={t('compose.test.hint')}
          error={wrong ? t('compose.test.wrong') : undefined}
          value={number}
          inputMode="tel"
          autoComplete="off"
          maxLength={20}
          onChange={({ target }) => {
            setNumber(target.value);
            setWrong(false);
          }}
        />
        {test.problems[0] !== undefined && <Notice tone="bad">{words(test.problems[0])}</Notice>}
        <FormProblem problem={test.failed} />
        {test.sent !== undefined && !test.pending && (
          <Notice tone="ok">
            {t('compose.test.sent')}{' '}
            <a href={`/messages/${test.sent.id}`} target="_blank" rel="noreferrer">
              {t('compose.test.look')}
            </a>
          </Notice>
        )}
        <Button htmlType="submit" loading={test.pending}>
          {t('compose.test.send')}
        </Button>
      </form>
    </details>
  );
}
