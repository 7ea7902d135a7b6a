import type { ReactElement } from 'react';
import type { PhoneView } from '../../../../contracts/api/phone.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { PageLoading } from '../../components/page-loading.tsx';
import { CallLogList } from './call-log-list.tsx';
import type { OpenPhone, Slot } from './core/open-phone.ts';
import { PhoneDevice } from './phone-device.tsx';
import { useOpenPhone, usePhoneState } from './use-phone.ts';

type Numbers = PhoneView['numbers'];

/** A telephone with its list of calls, once it is connected. */
export function PhoneSlot({ slot, numbers }: { slot: Slot; numbers: Numbers }): ReactElement {
  const { phone, problem, retry } = useOpenPhone(slot);
  if (problem !== undefined) return <ErrorState problem={problem} retry={retry} />;
  if (phone === undefined) return <PageLoading />;
  return <WithState slot={slot} phone={phone} numbers={numbers} />;
}

function WithState({
  slot,
  phone,
  numbers,
}: {
  slot: Slot;
  phone: OpenPhone;
  numbers: Numbers;
}): ReactElement {
  const state = usePhoneState(phone);
  return (
    <div className="cw-phone-slot">
      <PhoneDevice slot={slot} phone={phone} state={state} numbers={numbers} />
      <CallLogList
        calls={state.log}
        busy={state.active !== undefined}
        onDial={(number) => void phone.dial(number)}
        onClear={phone.clearLog}
      />
    </div>
  );
}
