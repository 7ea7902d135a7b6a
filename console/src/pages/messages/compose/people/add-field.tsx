import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../../components/text-field.tsx';
import { type Line, readLines } from './read-lines.ts';

/** Where numbers are typed or pasted. Enter and leaving the field add what stands there, pasting adds at once. */
export function AddField({ add }: { add: (people: readonly Line[]) => void }): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const take = (given: string): void => {
    setText('');
    const people = readLines(given);
    if (people.length > 0) add(people);
  };
  return (
    <div className="cw-add-people">
      <TextField
        label={t('compose.people.add')}
        hint={t('compose.people.addHint')}
        placeholder={t('compose.people.placeholder')}
        rows={2}
        inputMode="text"
        autoComplete="off"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={() => take(text)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text');
          // Into a number that is being typed it is a part of it.
          if (text.trim() !== '' || !/[\r\n;]/.test(pasted.trim())) return;
          event.preventDefault();
          take(pasted);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
          event.preventDefault();
          take(text);
        }}
      />
      <Button onClick={() => take(text)}>{t('compose.people.addButton')}</Button>
    </div>
  );
}
