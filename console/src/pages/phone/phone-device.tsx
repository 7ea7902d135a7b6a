import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneView } from '../../../../contracts/api/phone.ts';
import { spacedNumber } from '../../components/spaced-number.ts';
import { useSearchParam } from '../../components/use-search-param.ts';
import { CallButtons } from './call-buttons.tsx';
import { CallDisplay } from './call-display.tsx';
import type { OpenPhone, Slot } from './core/open-phone.ts';
import type { PhoneState } from './core/phone.ts';
import type { Key } from './core/tone-spec.ts';
import { IncomingCall } from './incoming-call.tsx';
import { Keypad } from './keypad.tsx';
import { LinePicker } from './line-picker.tsx';
import { MicrophoneButton } from './microphone-button.tsx';
import { ProblemLine } from './problem-line.tsx';
import { useDialKeys } from './use-dial-keys.ts';

/** What a keyboard or an address book brings along: `070-0000-0001` is dialled without its dashes. */
const digitsOf = (text: string): string => text.replace(/[^0-9*#+]/g, '').slice(0, 21);

/** One telephone. */
export function PhoneDevice({
  slot,
  phone,
  state,
  numbers,
}: {
  slot: Slot;
  phone: OpenPhone;
  state: PhoneState;
  numbers: PhoneView['numbers'];
}): ReactElement {
  const { t } = useTranslation();
  const device = useRef<HTMLElement>(null);
  const sound = useRef<HTMLDivElement>(null);
  // An address may bring the number along: somebody wants to try what answers it.
  const [given] = useSearchParam('number');
  const [number, setNumber] = useState(slot === 'first' ? digitsOf(given ?? '') : '');
  const [last, setLast] = useState('');
  const { active, incoming } = state;
  useEffect(() => {
    sound.current?.append(phone.element);
    return () => phone.element.remove();
  }, [phone]);

  const dial = (to: string): void => {
    if (to === '') return;
    setLast(to);
    setNumber('');
    void phone.dial(to);
  };
  const key = (pressed: Key): void => {
    void phone.press(pressed);
    if (active === undefined) setNumber((before) => digitsOf(before + pressed));
  };
  const enter = (): void => {
    if (incoming !== undefined) void phone.answer();
    // As on a desk telephone: with nothing entered the last number comes back.
    else if (number === '') setNumber(last);
    else dial(number);
  };
  const giveUp = (): void => {
    if (active !== undefined) void phone.hangUp();
    else if (incoming !== undefined) void phone.reject();
  };
  const back = (): void => {
    if (active === undefined) setNumber((before) => before.slice(0, -1));
  };
  useDialKeys(device, slot === 'first', { key, enter, escape: giveUp, back });

  return (
    <section className="cw-card cw-phone" ref={device} data-phone={slot} aria-label={t(`phone.slot.${slot}`)}>
      <LinePicker state={state} onChoose={(lines) => void phone.choose(lines)} />
      <CallDisplay
        state={state}
        number={number}
        onNumber={(text) => setNumber(digitsOf(text))}
        onDial={() => enter()}
      />
      <IncomingCall
        call={incoming}
        onAnswer={() => void phone.answer()}
        onReject={() => void phone.reject()}
      />
      <ProblemLine problem={state.problem} />
      <Keypad onKey={key} />
      <CallButtons
        canDial={state.status === 'ready' && number !== '' && active === undefined}
        inCall={active !== undefined}
        onDial={() => dial(number)}
        onHangUp={() => void phone.hangUp()}
      >
        <MicrophoneButton
          state={state.microphone}
          available={active !== undefined}
          onToggle={() => void phone.toggleMicrophone()}
        />
      </CallButtons>
      {active === undefined && incoming === undefined && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be shown.
        <div className="cw-phone-demo" role="group" aria-label={t('phone.demo')}>
          {numbers.map((one) => (
            <button key={one.number} type="button" onClick={() => dial(one.number)}>
              <span lang="ko">{one.name}</span>
              <span className="cw-number cw-muted">{spacedNumber(one.number)}</span>
            </button>
          ))}
        </div>
      )}
      <div ref={sound} hidden />
    </section>
  );
}
