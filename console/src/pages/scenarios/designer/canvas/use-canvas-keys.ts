import { type KeyboardEvent, useCallback } from 'react';
import { focusArea } from '../bar/areas.ts';
import { type Place, placeOf } from '../model/document.ts';
import type { Direction } from '../model/navigate.ts';
import { draftOf } from '../state/store.ts';
import { copyOut, pasteIn } from '../state/system-clipboard.ts';
import { type DesignerKit, useKit } from '../state/use-designer.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const STEP: Readonly<Record<Direction, Place>> = {
  left: { x: -20, y: 0 },
  right: { x: 20, y: 0 },
  up: { x: 0, y: -20 },
  down: { x: 0, y: 20 },
};

/** In a field keys mean letters. */
export const isTyping = (target: EventTarget): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog') !== null;

/** Keys of the canvas: everything that a hand can do there. `chosen` is the wire that was clicked. */
export function useCanvasKeys(chosen: string | null, choose: (edge: string | null) => void) {
  const kit = useKit();
  return useCallback(
    (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const done =
        event.ctrlKey || event.metaKey
          ? withCommand(kit, event.key.toLowerCase())
          : plain(kit, event, chosen, choose);
      if (done) event.preventDefault();
    },
    [kit, chosen, choose],
  );
}

function plain(
  kit: DesignerKit,
  event: KeyboardEvent,
  chosen: string | null,
  choose: (edge: string | null) => void,
): boolean {
  const { store, actions } = kit;
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    if (event.altKey) nudge(kit, arrow);
    else actions.go(arrow);
    return true;
  }
  switch (event.key) {
    case 'Enter':
      // A button within a block has its own Enter.
      if (event.target instanceof HTMLButtonElement) return false;
      store.set({ tab: 'block' });
      return focusArea('panel');
    case 'n':
    case 'N':
    case 'ㅜ':
      return focusArea('quick');
    case 'c':
    case 'C':
    case 'ㅊ':
      return focusArea('exits');
    case 'Delete':
    case 'Backspace':
      if (chosen === null) actions.remove();
      else {
        const [block = '', outcome = ''] = chosen.split(' ');
        actions.wire(block, outcome, null);
        choose(null);
      }
      return true;
    case 'Escape':
      choose(null);
      actions.select(null);
      return true;
    default:
      return false;
  }
}

function withCommand({ store, actions }: DesignerKit, key: string): boolean {
  switch (key) {
    case 'a':
      actions.selectAll();
      return true;
    case 'c':
    case 'x':
      if (store.get().selected.size === 0) return false;
      copyOut(actions.copy());
      if (key === 'x') actions.remove();
      return true;
    case 'v':
      void pasteIn().then((clip) => clip !== null && actions.paste(clip));
      return true;
    case 'd':
      actions.paste(actions.copy());
      return true;
    default:
      return false;
  }
}

function nudge({ store, actions }: DesignerKit, direction: Direction): void {
  const state = store.get();
  const { layout } = draftOf(state);
  const step = STEP[direction];
  const moved = [...state.selected].flatMap((id) => {
    const place = placeOf(state.part, id);
    const at = layout[place];
    return at === undefined ? [] : [[place, { x: at.x + step.x, y: at.y + step.y }] as const];
  });
  actions.move(Object.fromEntries(moved));
}
