import { type ReactElement, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MessageProblem } from '../../../../../contracts/api/messages.ts';
import { useMay } from '../../../api/session.ts';
import { Choice } from '../../../components/choice.tsx';
import { Field } from '../../../components/field.tsx';
import { Notice } from '../../../components/notice.tsx';
import { SelectField } from '../../../components/select-field.tsx';
import { spacedNumber } from '../../../components/spaced-number.ts';
import type { ChangeDraft, Draft } from './draft.ts';
import { ProblemList } from './problem-list.tsx';
import { seoulField, seoulInstant } from './seoul-time.ts';
import { useSenders } from './use-senders.ts';

type Parts = {
  readonly draft: Draft;
  readonly problems: readonly MessageProblem[];
  readonly change: ChangeDraft;
};

/** From which number, and when. */
export function OptionsCard(parts: Parts): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="cw-card cw-stack" aria-labelledby="compose-options">
      <h2 id="compose-options">{t('compose.options.title')}</h2>
      <Sender {...parts} />
      <When {...parts} />
    </section>
  );
}

/** Only numbers that may be used now are offered (MO-35, MO-36). */
function Sender({ draft, problems, change }: Parts): ReactElement {
  const { t } = useTranslation();
  const mayManage = useMay('messages.manage');
  const { usable: senders, main } = useSenders();
  return (
    <>
      {senders?.length === 0 ? (
        <Notice tone="warn">
          <p>{t('compose.options.noSender')}</p>
          {mayManage && <Link to="/senders">{t('compose.options.toSenders')}</Link>}
        </Notice>
      ) : (
        <SelectField
          label={t('compose.options.sender')}
          value={draft.sender ?? main?.digits ?? ''}
          disabled={senders === undefined}
          onChange={({ target }) =>
            change({ sender: target.value === main?.digits ? null : target.value || null })
          }
        >
          {main === undefined && <option value="">{t('compose.options.auto')}</option>}
          {senders?.map(({ id, digits, label }) => (
            <option key={id} value={digits}>
              {`${spacedNumber(digits)} · ${label}`}
            </option>
          ))}
        </SelectField>
      )}
      <ProblemList problems={problems} place="sender" />
    </>
  );
}

const WAYS = ['now', 'later'] as const;
/** What is offered first: the next full hour but one. */
const AHEAD_MS = 3_600_000;

function When({ draft, problems, change }: Parts): ReactElement {
  const { t } = useTranslation();
  const [opened] = useState(() => Date.now());
  const { dueAt } = draft;
  const first = `${seoulField(opened + AHEAD_MS).slice(0, 14)}00`;
  const instant = dueAt === null ? null : seoulInstant(dueAt);
  const past = instant !== null && Date.parse(instant) <= opened;
  return (
    <>
      <Choice
        label={t('compose.options.when')}
        value={dueAt === null ? 'now' : 'later'}
        options={WAYS.map((value) => ({ value, label: t(`compose.options.${value}`) }))}
        onChange={(way) => change({ dueAt: way === 'now' ? null : first })}
      />
      {dueAt !== null && (
        <Field
          type="datetime-local"
          label={t('compose.options.dueAt')}
          hint={past ? t('compose.options.past') : t('compose.options.zone')}
          value={dueAt}
          min={seoulField(opened)}
          onChange={({ target }) => change({ dueAt: target.value })}
        />
      )}
      <ProblemList problems={problems} place="dueAt" />
    </>
  );
}
