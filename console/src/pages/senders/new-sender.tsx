import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SenderView } from '../../../../contracts/api/senders.ts';
import { useSession } from '../../api/session.ts';
import { useChange } from '../../api/use-change.ts';
import { Field } from '../../components/field.tsx';
import { NumberRequest } from '../../components/number-request.tsx';
import { spacedNumber } from '../../components/spaced-number.ts';
import { PersonField } from './person-field.tsx';
import { SENDERS } from './senders-query.ts';

/** Asks for a number to send from; somebody who saw the proof decides. */
export function NewSender(): ReactElement {
  const { t } = useTranslation();
  const tenant = useSession().data?.user.tenant.id;
  const [user, setUser] = useState('');
  const asking = useChange<SenderView>(SENDERS);
  const words = {
    digits: t('senders.field.digits'),
    digitsHint: t('senders.digitsHint'),
    after: t('senders.proof'),
    taken: t('senders.taken'),
    wrong: t('senders.wrong'),
    ask: t('senders.ask'),
    asked: t('senders.asked', { number: spacedNumber(asking.data?.digits ?? '') }),
  };
  return (
    <NumberRequest asking={asking} path="/senders" words={words} more={{ user: user === '' ? null : user }}>
      <Field
        name="label"
        label={t('senders.field.label')}
        hint={t('senders.labelHint')}
        maxLength={40}
        autoComplete="off"
        required
      />
      <PersonField tenant={tenant} value={user} known={null} onChange={setUser} />
    </NumberRequest>
  );
}
