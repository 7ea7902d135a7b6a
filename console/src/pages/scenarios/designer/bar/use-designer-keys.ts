import { type KeyboardEvent, useCallback } from 'react';
import { isTyping } from '../canvas/use-canvas-keys.ts';
import { useKit } from '../state/use-designer.ts';
import { focusArea, nextArea } from './areas.ts';

/** Keys that hold everywhere in the designer. */
export function useDesignerKeys(save: () => void): (event: KeyboardEvent) => void {
  const { store, actions } = useKit();
  return useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = event.ctrlKey || event.metaKey;
      const key = event.key.toLowerCase();
      if (event.key === 'F6') nextArea(event.shiftKey ? -1 : 1);
      else if (command && key === 's') save();
      else if (command && key === 'f' && store.get().view !== 'json') focusArea('search');
      else if (isTyping(event.target)) {
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
}

const inPanel = (target: EventTarget): boolean =>
  target instanceof Element &&
  target.closest('[data-area="panel"]') !== null &&
  target.closest('dialog') === null;
