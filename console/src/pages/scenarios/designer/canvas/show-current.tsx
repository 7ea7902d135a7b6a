import { useReactFlow, useStore } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { blocksOf, entryOf, placeOf } from '../model/document.ts';
import { heightOf, SIZE } from '../model/placing.ts';
import { draftOf } from '../state/store.ts';
import { useDesigner, useKit } from '../state/use-designer.ts';

/** Below this the words of a block cannot be read. */
const READABLE = 0.75;
const BEGINNING = { x: 32, y: 64 } as const;
/** Blocks of a part that is shown whole at first; of a larger one only the beginning. */
const WHOLE = 30;
/** The line in which one goes on building lies over the lower edge, and the zoom buttons beside it, px. */
const BELOW = 112;
const ROUND = { top: '20px', left: '20px', right: '20px' } as const;

/** Keeps the block at hand within the picture, and begins a part with all of it. Draws nothing. */
export function ShowCurrent(): null {
  const { setCenter, setViewport, getZoom, getViewport, fitView } = useReactFlow();
  const { store } = useKit();
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const show = useDesigner((state) => state.show);
  const fit = useDesigner((state) => state.fit);
  const part = useDesigner((state) => state.part);
  const placed = useDesigner((state) => {
    const { document, layout } = draftOf(state);
    return layout[placeOf(state.part, entryOf(document, state.part))] !== undefined;
  });
  const begun = useRef('');
  const fitted = useRef(fit);
  const shown = useRef(show);
  useEffect(() => {
    if (width === 0 || height === 0 || !placed) return;
    const state = store.get();
    const { document, layout } = draftOf(state);
    const blocks = blocksOf(document, part);
    const first = begun.current !== part && state.current === null;
    begun.current = part;
    if (first || fitted.current !== fit) {
      fitted.current = fit;
      shown.current = show;
      const at = layout[placeOf(part, entryOf(document, part))] ?? { x: 0, y: 0 };
      const padding = { ...ROUND, bottom: `${BELOW}px` } as const;
      if (Object.keys(blocks).length <= WHOLE) void fitView({ maxZoom: 1, minZoom: 0.1, padding });
      else void setViewport({ x: BEGINNING.x - at.x * 0.9, y: height / 3 - at.y * 0.9, zoom: 0.9 });
      return;
    }
    const block = state.current === null ? undefined : blocks[state.current];
    const at = layout[placeOf(part, state.current ?? '')];
    if (block === undefined || at === undefined) return;
    // A canvas that only became narrower keeps its zoom: whoever clicks in the whole picture stays in it.
    const least = shown.current === show ? 0 : READABLE;
    shown.current = show;
    const tall = heightOf(document, block);
    const view = getViewport();
    const left = at.x * view.zoom + view.x;
    const top = at.y * view.zoom + view.y;
    const inside =
      left > 8 &&
      top > 8 &&
      left + SIZE.width * view.zoom < width - 8 &&
      top + tall * view.zoom < height - BELOW;
    if (inside && view.zoom >= least) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const zoom = Math.max(getZoom(), least);
    void setCenter(at.x + SIZE.width / 2, at.y + tall / 2 + 40, { zoom, duration: calm ? 0 : 160 });
  }, [show, fit, part, placed, width, height, store, setCenter, setViewport, getZoom, getViewport, fitView]);
  return null;
}
