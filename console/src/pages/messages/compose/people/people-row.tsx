import { CloseOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { CheckField } from '../../../../components/check-field.tsx';
import { ExclusionMark } from './exclusion-mark.tsx';
import { mayInsist, type Recipient, shownNumber } from './recipient.ts';

/** One recipient: red with a reason when nothing would be sent to him, to be corrected, insisted on or left out. */
export function PeopleRow({
  recipient,
  exclusion,
  change,
  remove,
}: {
  recipient: Recipient;
  exclusion: Exclusion | null;
  change: (part: Partial<Recipient>) => void;
  remove: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const { name, override } = recipient;
  const number = shownNumber(recipient.number);
  return (
    <li className="cw-person" data-bad={exclusion !== null}>
      {editing ? (
        <NumberEdit
          value={recipient.number}
          done={(value) => {
            setEditing(false);
            if (value !== null) change({ number: value, override: false });
          }}
        />
      ) : (
        <span className="cw-person-who">
          <span className="cw-number cw-person-number">{number}</span>
          {name !== '' && <span>{name}</span>}
          {exclusion !== null && <ExclusionMark exclusion={exclusion} />}
        </span>
      )}
      {((exclusion === 'not-mobile' && mayInsist(recipient.number)) || override) && !editing && (
        <CheckField
          label={t('compose.people.anyway')}
          aria-label={t('compose.people.anywayOf', { number })}
          checked={override}
          onChange={({ target }) => change({ override: target.checked })}
        />
      )}
      {exclusion !== null && !editing && (
        <Button
          type="text"
          icon={<EditOutlined aria-hidden />}
          aria-label={t('compose.people.editOf', { number })}
          onClick={() => setEditing(true)}
        >
          {t('compose.people.edit')}
        </Button>
      )}
      <button
        type="button"
        className="cw-icon-button"
        aria-label={t('compose.people.removeOf', { number })}
        onClick={remove}
      >
        <CloseOutlined aria-hidden />
      </button>
    </li>
  );
}

/** Enter and leaving the field keep what was typed, Esc does not (null). */
function NumberEdit({ value, done }: { value: string; done: (value: string | null) => void }): ReactElement {
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  return (
    <input
      className="cw-person-edit"
      aria-label={t('compose.people.numberOf', { number: value })}
      value={text}
      inputMode="tel"
      maxLength={60}
      // biome-ignore lint/a11y/noAutofocus: it was asked for by a press on its own button
      autoFocus
      onChange={({ target }) => setText(target.value)}
      onBlur={() => done(text.trim() || null)}
      onKeyDown={({ key, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) done(text.trim() || null);
        else if (key === 'Escape') done(null);
      }}
    />
  );
}
