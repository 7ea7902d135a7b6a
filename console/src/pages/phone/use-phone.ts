import { useEffect, useState, useSyncExternalStore } from 'react';
import { type OpenPhone, openPhone, type Slot } from './core/open-phone.ts';
import type { PhoneState } from './core/phone.ts';

/** The telephone of a slot; undefined until the server's clock is known. A failure is thrown to the page's boundary. */
export function useOpenPhone(slot: Slot): {
  phone: OpenPhone | undefined;
  problem: unknown;
  retry: () => void;
} {
  const [tries, setTries] = useState(0);
  const [phone, setPhone] = useState<OpenPhone>();
  const [problem, setProblem] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try is asked for by its number.
  useEffect(() => {
    let gone = false;
    openPhone(slot).then(
      (found) => {
        if (!gone) setPhone(found);
      },
      (why: unknown) => {
        if (!gone) setProblem(why);
      },
    );
    return () => {
      gone = true;
    };
  }, [slot, tries]);
  const retry = (): void => {
    setProblem(undefined);
    setTries(tries + 1);
  };
  return { phone, problem, retry };
}

export const usePhoneState = (phone: OpenPhone): PhoneState =>
  useSyncExternalStore(phone.subscribe, phone.state);
