import { type KeyboardEvent, useCallback, useEffect } from 'react';
import { isTyping } from '../canvas/use-canvas-keys.ts';
import { useKit } from '../state/use-designer.ts';
import { focusArea, nextArea } from './areas.ts';

/** What both kinds of events have: those of React, and those that nobody has the focus for. */
type Key = Pick<
  KeyboardEvent,
  'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'defaultPrevented' | 'preventDefault'
> & {
  readonly target: EventTarget | null;
};

/** Keys that hold everywhere in the designer, and on its page while nothing has the focus. */
export function useDesignerKeys(save: () => void): (event: Key) => void {
  const { store, actions } = useKit();
  const onKeyDown = useCallback(
    (event: Key) => {
      if (event.defaultPrevented) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (event.key === 'F6') nextArea(event.shiftKey ? -1 : 1);
      else if (command && key === 's') save();
      else if (command && key === 'f' && store.get().view !== 'json') focusArea('search');
      else if (event.target !== null && isTyping(event.target)) {
        // Letters are undone in their field; what is left is the way back to the block.
        if (event.key !== 'Escape' || !inPanel(event.target)) return;
        focusArea('canvas');
      } else if (command && key === 'z') (event.shiftKey ? actions.redo : actions.undo)();
      else if (command && key === 'y') actions.redo();
      else if (event.key === '?') store.set({ help: true });
      else return;
      event.preventDefault();
    },
    [store, actions, save],
  );
  useEffect(() => {
    const onBody = (event: globalThis.KeyboardEvent): void => {
      if (event.target !== document.body || event.defaultPrevented) return;
      if (/^[nNㅜ]$/.test(event.key) && !event.ctrlKey && !event.metaKey && focusArea('quick'))
        event.preventDefault();
      else onKeyDown(event);
    };
    window.addEventListener('keydown', onBody);
    return () => window.removeEventListener('keydown', onBody);
  }, [onKeyDown]);
  return onKeyDown;
}

const inPanel = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('[data-area="panel"]') !== null &&
  target.closest('dialog') === null;
