import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { maskNumber } from '../../../../contracts/masking.ts';
import { spacedNumber } from '../../components/spaced-number.ts';
import { isPhoneOpen, type OpenPhone, type Slot } from './core/open-phone.ts';
import { IncomingCall } from './incoming-call.tsx';
import { useOpenPhone, usePhoneState } from './use-phone.ts';
import './phone.css';

/** Calls that ring while another page is shown: to be taken, which leads to the telephone, or refused. */
export function IncomingCalls({ phonePage }: { phonePage: string }): ReactElement {
  return (
    <div className="cw-phone-notices">
      <Opened slot="first" phonePage={phonePage} />
      {isPhoneOpen('second') && <Opened slot="second" phonePage={phonePage} />}
    </div>
  );
}

function Opened({ slot, phonePage }: { slot: Slot; phonePage: string }): ReactElement | null {
  // That it could not be opened is for its own page to say.
  const { phone } = useOpenPhone(slot);
  return phone === undefined ? null : <Ringing phone={phone} phonePage={phonePage} />;
}

function Ringing({ phone, phonePage }: { phone: OpenPhone; phonePage: string }): ReactElement {
  const navigate = useNavigate();
  const { incoming } = usePhoneState(phone);
  const answer = (): void => {
    void phone.answer();
    void navigate(phonePage);
  };
  return (
    <IncomingCall
      // Who looks over the shoulder at another page need not read whole numbers.
      call={incoming && { ...incoming, peer: spacedNumber(maskNumber(incoming.peer)) }}
      onAnswer={answer}
      onReject={() => void phone.reject()}
    />
  );
}
