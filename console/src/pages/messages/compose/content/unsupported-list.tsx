import { ExclamationCircleFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { type Unsupported, withoutUnsupported } from './unsupported.ts';

/** Of a text full of signs the first ones are enough to see what is meant. */
const SHOWN = 12;

/** What the text cannot carry, each with its place (a press goes there), and a button that takes it out. */
export function UnsupportedList({
  found,
  text,
  box,
  change,
}: {
  found: readonly Unsupported[];
  text: string;
  box: RefObject<HTMLTextAreaElement | null>;
  change: (text: string) => void;
}): ReactElement | null {
  const { t } = useTranslation();
  if (found.length === 0) return null;
  const go = ({ char, index }: Unsupported): void => {
    box.current?.focus();
    box.current?.setSelectionRange(index, index + char.length);
  };
  return (
    <div className="cw-unsupported" role="alert">
      <p>
        <ExclamationCircleFilled aria-hidden />{' '}
        {t('compose.content.unsupportedTitle', { count: found.length })}
      </p>
      <ul>
        {found.slice(0, SHOWN).map((one) => (
          <li key={one.index}>
            <button
              type="button"
              className="cw-words-button"
              title={t('compose.content.unsupportedName', one)}
              onClick={() => go(one)}
            >
              <strong>{one.char}</strong> {t('compose.content.unsupportedAt', one)}
            </button>
          </li>
        ))}
        {found.length > SHOWN && <li>…</li>}
      </ul>
      <Button onClick={() => change(withoutUnsupported(text))}>
        {t('compose.content.removeUnsupported')}
      </Button>
    </div>
  );
}
