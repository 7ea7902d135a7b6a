import { type RefObject, useCallback, useEffect } from 'react';

/** Closes an open `<details>` by Esc (focus returns to its summary), or when focus or pointer go elsewhere. */
export function useDismiss(box: RefObject<HTMLDetailsElement | null>): () => void {
  const close = useCallback(() => {
    if (box.current !== null) box.current.open = false;
  }, [box]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || box.current?.open !== true) return;
      close();
      box.current.querySelector('summary')?.focus();
    };
    const onElsewhere = (event: Event): void => {
      if (event.target instanceof Node && box.current?.contains(event.target) === false) close();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('pointerdown', onElsewhere);
    document.addEventListener('focusin', onElsewhere);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('pointerdown', onElsewhere);
      document.removeEventListener('focusin', onElsewhere);
    };
  }, [box, close]);
  return close;
}
