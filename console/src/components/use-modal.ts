import { type RefObject, useEffect, useRef } from 'react';

/** The dialog element that is shown over the page while `open`. */
export function useModal(open: boolean): RefObject<HTMLDialogElement | null> {
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (dialog === null || dialog.open === open) return;
    if (open) dialog.showModal();
    else dialog.close();
  }, [open]);
  return box;
}
