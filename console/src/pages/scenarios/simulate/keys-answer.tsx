import { Button } from 'antd';
import { type FormEvent, type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/field.tsx';

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const;
/** As many keys as one input may have. */
const MOST = 64;

/** A keypad that collects what the caller types, to be pressed all at once; one key of a menu is two presses away. */
export function KeysAnswer({
  secret,
  onInput,
}: {
  secret: boolean;
  onInput: (word: string) => void;
}): ReactElement {
  const { t } = useTranslation();
  const [keys, setKeys] = useState('');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (keys === '') return;
    onInput(keys);
    setKeys('');
  };
  const add = (text: string): void =>
    setKeys((before) => (before + text).replace(/[^0-9*#]/g, '').slice(0, MOST));
  return (
    <form className="cw-press" onSubmit={submit}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be shown */}
      <div className="cw-keypad-small" role="group" aria-label={t('scenarios.simulate.keypad')}>
        {KEYS.map((key) => (
          <button key={key} type="button" aria-label={keyName(key, t)} onClick={() => add(key)}>
            {key}
          </button>
        ))}
      </div>
      <div className="cw-keys-line">
        <Field
          label={t('scenarios.simulate.keys')}
          type={secret ? 'password' : 'text'}
          inputMode="tel"
          autoComplete="off"
          value={keys}
          onChange={({ target }) => setKeys(target.value.replace(/[^0-9*#]/g, '').slice(0, MOST))}
        />
        <Button type="primary" htmlType="submit" disabled={keys === ''}>
          {t('scenarios.simulate.send')}
        </Button>
      </div>
    </form>
  );
}

const keyName = (
  key: string,
  t: (key: 'scenarios.simulate.star' | 'scenarios.simulate.hash') => string,
): string => ({ '*': t('scenarios.simulate.star'), '#': t('scenarios.simulate.hash') })[key] ?? key;
