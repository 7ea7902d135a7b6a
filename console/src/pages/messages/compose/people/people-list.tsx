import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exclusion } from '../../../../../../contracts/message/kinds.ts';
import { CheckField } from '../../../../components/check-field.tsx';
import type { ChangeDraft } from '../draft.ts';
import { PeopleRow } from './people-row.tsx';
import type { Recipient } from './recipient.ts';

/** Rows drawn at first and with each "more". */
const PART = 50;

/** Everybody, or those with a problem. A long list is drawn part by part. */
export function PeopleList({
  recipients,
  exclusions,
  change,
}: {
  recipients: readonly Recipient[];
  exclusions: readonly (Exclusion | null)[];
  change: ChangeDraft;
}): ReactElement {
  const { t } = useTranslation();
  const [onlyBad, setOnlyBad] = useState(false);
  const [most, setMost] = useState(PART);
  const bad = exclusions.filter((exclusion) => exclusion !== null).length;
  const narrowed = onlyBad && bad > 0;
  const rows = recipients
    .map((recipient, index) => ({ recipient, exclusion: exclusions[index] ?? null }))
    .filter(({ exclusion }) => !narrowed || exclusion !== null);
  const shown = rows.slice(0, most);
  const put = (id: string, part: Partial<Recipient>): void =>
    change((before) => ({
      recipients: before.recipients.map((one) => (one.id === id ? { ...one, ...part } : one)),
    }));
  return (
    <>
      {bad > 0 && (
        <div className="cw-row cw-people-bad">
          <p className="cw-muted">{t('compose.people.left')}</p>
          <CheckField
            label={t('compose.people.showBad')}
            checked={onlyBad}
            onChange={({ target }) => setOnlyBad(target.checked)}
          />
          <Button
            onClick={() =>
              change({ recipients: recipients.filter((_, index) => exclusions[index] === null) })
            }
          >
            {t('compose.people.removeBad', { count: bad })}
          </Button>
        </div>
      )}
      <ul className="cw-people" aria-label={t('compose.people.list')}>
        {shown.map(({ recipient, exclusion }) => (
          <PeopleRow
            key={recipient.id}
            recipient={recipient}
            exclusion={exclusion}
            change={(part) => put(recipient.id, part)}
            remove={() =>
              change((before) => ({ recipients: before.recipients.filter(({ id }) => id !== recipient.id) }))
            }
          />
        ))}
      </ul>
      {rows.length > shown.length && (
        <Button onClick={() => setMost(most + 4 * PART)}>
          {t('compose.people.more', { count: rows.length - shown.length })}
        </Button>
      )}
    </>
  );
}
