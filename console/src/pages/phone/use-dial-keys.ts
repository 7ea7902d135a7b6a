import { type RefObject, useEffect, useEffectEvent } from 'react';
import { isKey, type Key } from './core/tone-spec.ts';

const WRITES = 'input, textarea, select, [contenteditable="true"]';
const PRESSES = 'button, a, summary';
const ELSEWHERE = `${WRITES}, [role="dialog"], [role="menu"]`;

/**
 * Keys of the keyboard for the telephone that has the focus, or for the first one when none has: 0–9 * # press, Enter
 * dials or answers, Esc hangs up, Backspace takes a digit back. Fields keep their own keys.
 */
export function useDialKeys(
  device: RefObject<HTMLElement | null>,
  isFirst: boolean,
  handlers: { key: (key: Key) => void; enter: () => void; escape: () => void; back: () => void },
): void {
  const take = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target instanceof Element ? event.target : document.body;
    const inside = device.current?.contains(target) === true;
    const elsewhere = target.closest('[data-phone]') !== null && !inside;
    // Who came by the menu still has the focus there, and types a number all the same.
    if (elsewhere || (!inside && (!isFirst || target.closest(ELSEWHERE) !== null))) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return handlers.escape();
    const field = target.closest(WRITES);
    // During a call the number stands still, and keys go to the far end.
    if (field !== null && !(field instanceof HTMLInputElement && field.readOnly)) return;
    if (isKey(event.key)) {
      event.preventDefault();
      handlers.key(event.key);
    } else if (event.key === 'Backspace') handlers.back();
    else if (event.key === 'Enter' && target.closest(PRESSES) === null) handlers.enter();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => take(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
