import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { blocksOf, entryOf, placeOf } from '../model/document.ts';
import { heightOf, SIZE } from '../model/placing.ts';
import { draftOf } from '../state/store.ts';
import { useDesigner, useKit } from '../state/use-designer.ts';

/** Below this the words of a block cannot be read. */
const READABLE = 0.75;
const BEGINNING = { x: 32, y: 64 } as const;

/** Keeps the block at hand within the picture, and begins a part where callers begin. Draws nothing. */
export function ShowCurrent(): null {
  const { setCenter, setViewport, getZoom, getViewport, fitView } = useReactFlow();
  const { store } = useKit();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const show = useDesigner((state) => state.show);
  const part = useDesigner((state) => state.part);
  const placed = useDesigner((state) => {
    const { document, layout } = draftOf(state);
    return layout[placeOf(state.part, entryOf(document, state.part))] !== undefined;
  });
  const begun = useRef('');
  useEffect(() => {
    if (width === 0 || height === 0 || !placed) return;
    const state = store.get();
    const { document, layout } = draftOf(state);
    const first = begun.current !== part;
    begun.current = part;
    if (first && state.current === null) {
      const at = layout[placeOf(part, entryOf(document, part))] ?? { x: 0, y: 0 };
      const small = Object.keys(blocksOf(document, part)).length <= 8;
      if (small) void fitView({ maxZoom: 1, minZoom: READABLE, padding: 0.08 });
      else void setViewport({ x: BEGINNING.x - at.x * 0.9, y: height / 3 - at.y * 0.9, zoom: 0.9 });
      return;
    }
    const block = state.current === null ? undefined : blocksOf(document, part)[state.current];
    const at = layout[placeOf(part, state.current ?? '')];
    if (block === undefined || at === undefined || show === 0) return;
    const tall = heightOf(document, block);
    const view = getViewport();
    const left = at.x * view.zoom + view.x;
    const top = at.y * view.zoom + view.y;
    const inside =
      left > 8 &&
      top > 8 &&
      left + SIZE.width * view.zoom < width - 8 &&
      // The line in which one goes on building lies over the lower edge.
      top + tall * view.zoom < height - 112;
    if (inside && view.zoom >= READABLE) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const zoom = Math.max(getZoom(), READABLE);
    void setCenter(at.x + SIZE.width / 2, at.y + tall / 2 + 40, { zoom, duration: calm ? 0 : 160 });
  }, [show, part, placed, width, height, store, setCenter, setViewport, getZoom, getViewport, fitView]);
  return null;
}
