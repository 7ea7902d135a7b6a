import { type ReactElement, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneCallView } from '../../../../contracts/api/phone.ts';
import type { PhoneState } from './core/phone.ts';
import { causeKey, stateKey } from './core/which-call.ts';
import { duration } from './duration.ts';
import { useNow } from './use-now.ts';

/** The number, what the call is doing, for how long, and the words of the prompt that is heard. */
export function CallDisplay({
  state,
  number,
  onNumber,
  onDial,
}: {
  state: PhoneState;
  number: string;
  onNumber: (text: string) => void;
  onDial: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const { active } = state;
  return (
    <form
      className="cw-phone-display"
      onSubmit={(event) => {
        event.preventDefault();
        onDial();
      }}
    >
      <label className="cw-hidden" htmlFor={id}>
        {t('phone.number')}
      </label>
      <input
        id={id}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        placeholder={t('phone.placeholder')}
        value={active?.peer ?? number}
        readOnly={active !== undefined}
        onChange={({ target }) => onNumber(target.value)}
      />
      <div className="cw-phone-state">
        <span role="status" data-state={active?.state ?? 'idle'}>
          <StateWords state={state} />
        </span>
        <Timer call={active} />
      </div>
      <p className="cw-phone-words" lang="ko">
        {active?.hears?.words ?? ''}
      </p>
    </form>
  );
}

function StateWords({ state: { active, ended, incoming } }: { state: PhoneState }): string {
  const { t } = useTranslation();
  if (active?.hears?.kind === 'bridge') return t('phone.state.bridged');
  if (active !== undefined) return t(`phone.state.${stateKey(active)}`);
  if (incoming !== undefined) return t('phone.state.incoming');
  if (ended !== undefined)
    return t('phone.state.endedBecause', { cause: t(`phone.cause.${causeKey(ended)}`) });
  return t('phone.state.idle');
}

function Timer({ call }: { call: PhoneCallView | undefined }): ReactElement | null {
  const { t } = useTranslation();
  const answeredAt = call?.answeredAt ?? null;
  const now = useNow(answeredAt !== null);
  if (answeredAt === null) return null;
  return (
    <span className="cw-number" role="timer" aria-label={t('phone.timer')}>
      {duration(now - answeredAt)}
    </span>
  );
}
