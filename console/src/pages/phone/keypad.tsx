import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { KEYS, type Key } from './core/tone-spec.ts';

const LETTERS: Partial<Record<Key, string>> = {
  '2': 'ABC',
  '3': 'DEF',
  '4': 'GHI',
  '5': 'JKL',
  '6': 'MNO',
  '7': 'PQRS',
  '8': 'TUV',
  '9': 'WXYZ',
};

/** The twelve keys of a telephone. */
export function Keypad({ onKey }: { onKey: (key: Key) => void }): ReactElement {
  const { t } = useTranslation();
  const named = { '*': t('phone.key.star'), '#': t('phone.key.hash') } as const;
  const label = (key: Key): string | undefined => (key === '*' || key === '#' ? named[key] : undefined);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be shown.
    <div className="cw-keypad" role="group" aria-label={t('phone.keypad')}>
      {KEYS.map((key) => (
        <button key={key} type="button" aria-label={label(key)} data-key={key} onClick={() => onKey(key)}>
          <span>{key}</span>
          <small>{LETTERS[key] ?? ''}</small>
        </button>
      ))}
    </div>
  );
}
